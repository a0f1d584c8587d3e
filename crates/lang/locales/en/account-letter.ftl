# E-mails to accounts: that work is waiting, and what happened to the account. The subject says nothing personal, and no holder is ever named.

# $kind: AccountLetterWord
account-letter-subject = { $kind ->
    [digest] What is waiting for you – { $institution }
    [returned] The text of a unit was returned with remarks – { $institution }
    [approved] The text of a unit was approved – { $institution }
    [done] The micro-credentials have been issued – { $institution }
    [failed] Some micro-credentials could not be sealed – { $institution }
    [given] You have been given a role – { $institution }
    [ends] Your role ends soon – { $institution }
    [identity] Your account has another way to sign in – { $institution }
    [merged] Your accounts are now one – { $institution }
    [parted] The merged accounts are separate again – { $institution }
    [emergency] An emergency sign-in link was made – { $institution }
   *[address] We will write to another address – { $institution }
}
# $kind: AccountLetterWord
account-letter-heading = { $kind ->
    [digest] What is waiting for you
    [returned] The text was returned with remarks
    [approved] The text was approved
    [done] The micro-credentials have been issued
    [failed] Some micro-credentials could not be sealed
    [given] You have been given a role
    [ends] Your role ends soon
    [identity] Your account has another way to sign in
    [merged] Your accounts are now one
    [parted] The accounts are separate again
    [emergency] An emergency sign-in link was made
   *[address] We will write to another address
}
# $kind: AccountLetterWord
account-letter-told = { $kind ->
    [digest] This is waiting for you at { $institution }:
    [returned] The text of the unit “{ $title }”, which you worked on, was returned with remarks at { $institution }.
    [approved] The text of the unit “{ $title }”, which you worked on, was approved at { $institution }.
    [done] Everything that you had issued from the unit “{ $title }” at { $institution } is sealed.
    [failed] Some of what you had issued from the unit “{ $title }” at { $institution } could not be sealed yet.
    [given] You have been given the role “{ $title }” at { $institution }.
    [ends] Your role “{ $title }” at { $institution } ends soon.
    [identity] Another way to sign in was added to your account at { $institution }.
    [merged] Two accounts at { $institution } became one, because their owner confirmed it while signing in.
    [parted] The operator separated accounts at { $institution } that had become one.
    [emergency] An emergency sign-in link was made at { $institution } for the account { $title }, because signing in as usual is not possible. It works once, within 15 minutes, and the session it begins lasts 15 minutes.
   *[address] Your institution now gives another e-mail address for your account at { $institution }. We have sent this e-mail to both.
}
account-letter-sealed = Sealed: { $count }
account-letter-failing = Not sealed: { $count }
account-letter-role-until = It ends at the end of { $day }.
account-letter-task = { $what }: { $count }
# $kind: AccountLetterWord
account-letter-next = { $kind ->
    [digest] You will find the tasks on the page My work.
    [returned] You will find the remarks with the unit. Once you have answered them, submit the text again.
    [approved] The unit can now be published in the catalogue, and micro-credentials can be issued from it.
    [done] The holders are told by e-mail if the institution knows their address. You will find each micro-credential on the page Issuing.
    [failed] You will find what went wrong with which one on the page Issuing. Once the cause is removed, sealing can be started again there.
    [given] After you sign in, you will find your tasks on the page My work. If you do not expect this role, write to whoever gives roles at your institution.
    [ends] If you will still need it, ask whoever gives roles at your institution to extend it. Otherwise you do not have to do anything.
    [identity] If you did not add it, sign in, end all your other sessions and write to the operator of the service, who will remove it.
    [merged] If it was not you, or the other account is somebody else’s, write to the operator of the service within 30 days. The operator will separate the accounts.
    [parted] If you did not ask for it, write to the operator of the service.
    [emergency] If you do not know why, ask the operator of the service at once: the operator’s log says who made the link and for what reason.
   *[address] If the new address is not yours, write to your university: it gave us the address.
}
# $kind: AccountLetterWord
account-letter-button = { $kind ->
    [digest] Open My work
    [returned] Open the unit
    [approved] Open the unit
    [done] Open Issuing
    [failed] Open Issuing
    [given] Open My work
    [ends] Open My work
    [identity] Open your account
    [merged] Open your account
    [parted] Open your account
    [emergency] Sign in
   *[address] Open your account
}
account-letter-optional = You can turn these e-mails off on the page of your account after you sign in.
account-letter-always = We always send this e-mail, because it is about who can get into the account.
# $kind: AccountLetterWord
account-letter-other = { $kind ->
    [digest] In English: tasks are waiting for you at { $institution }. Use the link above.
    [returned] In English: the text of a unit was returned with remarks at { $institution }. Use the link above.
    [approved] In English: the text of a unit was approved at { $institution }. Use the link above.
    [done] In English: what you had issued at { $institution } is sealed. Use the link above.
    [failed] In English: some of what you had issued at { $institution } could not be sealed. Use the link above.
    [given] In English: you have been given a role at { $institution }. Use the link above.
    [ends] In English: your role at { $institution } ends soon. Use the link above.
    [identity] In English: your account at { $institution } has another way to sign in. If it was not you, write to the operator of the service.
    [merged] In English: two accounts at { $institution } became one. If it was not you, write to the operator of the service within 30 days.
    [parted] In English: the merged accounts at { $institution } are separate again.
    [emergency] In English: an emergency sign-in link was made at { $institution }. If you do not know why, ask the operator of the service at once.
   *[address] In English: your account at { $institution } has another e-mail address now. If it is not yours, write to your university.
}

# E-mails to an account: which are sent, and how to turn them off.

web-letters-title = E-mails you receive
web-letters-optional = You can turn off
web-letters-on = on
web-letters-off = off
web-letters-turn-off = Turn off
web-letters-turn-on = Turn on
web-letters-always = Always sent
web-letters-always-about = They are about who can get to your account and your micro-credentials, or whether these are valid.
web-letters-back = Back to your account
# $kind: AccountLetterWord
web-letters-kind = { $kind ->
    [digest] Daily summary of the work that is waiting for you
    [returned] The text of a unit that you worked on was returned with remarks
    [approved] The text of a unit that you worked on was approved
    [identity] Your account has another way to sign in
    [merged] Two accounts became one
    [parted] Merged accounts are separate again
    [emergency] An emergency sign-in link was made in your institution
   *[address] The address we write to has changed
}
web-letters-stop-title = Turn these e-mails off?
web-letters-stop-lead = We will no longer send you: { $what }.
web-letters-stop-do = Turn off
web-letters-stopped-title = The e-mails are turned off
web-letters-stopped-text = We will no longer send you: { $what }. You can turn them on again after you sign in.

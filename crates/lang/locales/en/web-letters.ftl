# E-mails to an account: which are sent, and how to turn them off.

web-letters-title = E-mails you receive
web-letters-optional = You can turn off
web-letters-on = on
web-letters-off = off
web-letters-turn-off = Turn off
web-letters-turn-on = Turn on
web-letters-always = Always sent
web-letters-always-about = They are about who can get to your account and your micro-credentials, or whether these are valid.
web-letters-refused-title = Our e-mails do not reach you
web-letters-refused-text = What we sent to the address { $email } came back as undeliverable, so we do not write to it. We have this address from whoever you sign in through, or from your university’s records: if it is wrong, have it changed there and sign in again. If it is right and receives e-mails again, say so by the button.
web-letters-refused-do = The address works again
web-letters-refused-account = Our e-mails to your address come back. See what to do.
web-letters-back = Back to your account
# $kind: AccountLetterWord
web-letters-kind = { $kind ->
    [digest] Daily summary of the work that is waiting for you
    [returned] The text of a unit that you worked on was returned with remarks
    [approved] The text of a unit that you worked on was approved
    [done] Everything that you had issued is sealed
    [failed] Some of what you had issued could not be sealed
    [given] You were given a role
    [ends] A role of yours ends soon
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

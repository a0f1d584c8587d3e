# The registrar’s office: e-mails to the holder.

web-staff-letter-title = E-mails to the holder
web-staff-letter-none = No e-mail has been sent to the holder about this micro-credential yet.
web-staff-letter-when = When
web-staff-letter-what = E-mail
web-staff-letter-became = Result
web-staff-letter-address = Address
web-staff-letter-kind = { $kind ->
    [issued] Notice of issue
    [corrected] Notice of correction
    [address-changed] Notice of a new address, to the new one
    [address-before] Notice of a new address, to the previous one
   *[revoked] Notice of revocation
}
web-staff-letter-waiting = It is waiting to be sent.
web-staff-letter-retry = The mail server has not accepted it yet. Attempts: { $tries }, next attempt: { $when }.
web-staff-letter-handed-over = The mail server has accepted it. Whether the holder has read it cannot be determined.
web-staff-letter-refused-address = The mail server refused the holder’s address. Ask the holder for the right one.
web-staff-letter-refused = The mail server refused it (code { $code }).
web-staff-letter-bounced = It came back as undeliverable (code { $code }). Ask the holder for the right address.
web-staff-letter-given-up = The mail server did not accept it for three days, so it will not be sent again.
web-staff-letter-no-address = There is no e-mail address in the holder’s record.
web-staff-letter-outdated = It was not sent because what it says was no longer so.
web-staff-letter-warning = The last e-mail did not reach the holder. { $why }
web-staff-letter-open = Send the e-mail again…
web-staff-letter-sure = Send an e-mail to the holder?
web-staff-letter-lead = { $holder }: { $title }
web-staff-letter-next = The e-mail will leave within a few minutes. If it has a one-time link, the holder gets a new one; a link that was sent before and has not been used stays valid.
web-staff-letter-do = Send the e-mail
web-staff-letter-back = Back to the micro-credential
web-staff-letter-done = The e-mail is waiting to be sent. This page will show what becomes of it.
web-staff-letter-problem = { $why ->
    [no-relay] E-mails are not sent: the operator has not set a mail server.
    [nothing-to-tell] No e-mail is sent about a micro-credential in this state.
    [waiting] An e-mail about this micro-credential is already waiting to be sent.
   *[no-address] There is no e-mail address in the holder’s record.
}

# A further identity for one's account.

web-pairing-section-title = Ways to sign in
web-pairing-section-about = Add a second way while the first still works, for example your national identity. You will get to your micro-credentials by it after you leave the university.
web-pairing-seen = first used { $first }, last { $last }
web-pairing-add = Add { $provider }
web-pairing-title = Are both of these you?
web-pairing-lead = From now on, whoever signs in by either of them gets to this account.
web-pairing-signed-in = You are signed in as
web-pairing-recognised = { $provider } recognised
web-pairing-unnamed = somebody without a name
web-pairing-warning = If somebody else has just signed in on this device, do not continue.
web-pairing-confirm = Yes, both are me
web-pairing-back = No, go back without adding it
web-pairing-another-title = This identity already has an account
web-pairing-another-text = Somebody has signed in here with it before, so it cannot be added to this account. If that was you, ask the operator of this service.

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
web-pairing-merge-lead = The second way to sign in already has an account of its own here. If both are you, the two accounts become one.
web-pairing-merge-what = Afterwards, either way to sign in leads to all your micro-credentials. The second account is no longer used and its sessions end. Nothing changes in micro-credentials that were issued.
web-pairing-merge-undo = If the accounts were joined by mistake, the operator of this service can separate them for 30 days.
web-pairing-merge-back = No, go back without joining them
web-pairing-merged-title = The accounts are joined
web-pairing-merged-text = Both ways to sign in now lead to one account. The page of your account shows what was added; the micro-credentials from all institutions are on one page.
web-pairing-merged-undo = If the second account belongs to somebody else, write to the operator of this service within 30 days. The accounts can be separated again.
web-pairing-refused-title = The accounts were not joined
web-pairing-refused-blocked = The second account is blocked. Ask the operator of this service.
web-pairing-refused-roles = The second account has staff roles, which would be lost. Sign in to it and add this way to sign in from there. If both accounts have roles, ask the operator of this service.
web-pairing-refused-people = One of the institutions has the two accounts on record as two different people. Ask its student office. Once its records are corrected, the accounts can be joined.

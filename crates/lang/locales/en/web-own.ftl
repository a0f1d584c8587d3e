# One's own records by a national identity.

web-own-title = Find more micro-credentials
web-own-lead = Ask another institution whether its records are about you.
web-own-heading = These may be mine
web-own-about = If you have a micro-credential, ask the institution that issued it. The name and birth date of your identity are not enough to link the records: somebody else can have the same, and family names change.
web-own-born = Date of birth
web-own-institution = Institution that issued the micro-credential
web-own-institution-choose = Choose an institution
web-own-institution-wrong = Choose the institution that you ask.
web-own-credential = Identifier of the micro-credential (optional)
web-own-credential-hint = It is in the supplement of the PDF certificate, for example urn:credential:0b2f0c1e-… Type the whole of it. If everything agrees, you are linked at once.
web-own-credential-wrong = The identifier is not complete. It has 36 characters; copy it from the supplement of the certificate, or leave the field empty.
web-own-ask = Ask
web-own-linked-title = The records are linked
web-own-linked-text = From now on, this identity leads to your micro-credentials of { $institution }.
web-own-sign-in = Sign in with { $provider }
web-own-passed-title = Your question was passed on
web-own-passed-text = If { $institution } may have records about you, its student office will look at it. Once you are linked, you will see your micro-credentials after you sign in with { $provider }. If it has no records about you, nothing else happens.
web-own-passed-next = There is nothing else for you to do. If you see nothing within two weeks, ask the student office of { $institution } directly.
web-own-home = To the home page
web-own-find = Find more micro-credentials with { $provider }
web-own-unnamed = { $provider } does not state a name and a whole birth date, so nobody can look for you in the records. Ask the institution that issued the micro-credential directly.

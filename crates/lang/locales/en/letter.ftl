# E-mails to holders. The subject says nothing personal; the text and the page of an e-mail have the same sentences.

# $kind: LetterKind
letter-subject = { $kind ->
    [issued] We have issued you a micro-credential – { $institution }
    [corrected] We have corrected your micro-credential – { $institution }
    [address] We will write to another address – { $institution }
   *[revoked] We have revoked your micro-credential – { $institution }
}
# $kind: LetterKind
letter-heading = { $kind ->
    [issued] You have a new micro-credential
    [corrected] Your micro-credential has been corrected
    [address] We will write to another address
   *[revoked] Your micro-credential has been revoked
}
letter-greeting = Hello,
# $kind: LetterKind
letter-told = { $kind ->
    [issued] { $institution } has issued you the micro-credential “{ $title }”.
    [corrected] { $institution } has replaced your micro-credential “{ $title }” with a corrected one.
    [address] { $institution } now keeps another e-mail address for you. It will be used for everything about your micro-credentials.
   *[revoked] { $institution } has revoked your micro-credential “{ $title }”.
}
letter-link = The link below opens the micro-credential. You can download it and share it with whomever you choose. The link is valid until { $until } and can be used once.
letter-account = You do not need an account for this. If you need the link again, ask the institution to send you this e-mail once more.
letter-keep = To be able to get back to the micro-credential at any time, sign in through your university or by national identity: the page behind the link offers what is available.
letter-corrected-reason = Reason for the correction: { $reason }.
letter-corrected-old = Links to the original micro-credential now show that it was replaced. If you sent it to anyone as a file, please send them the corrected one.
letter-revoked-reason = Reason: { $reason }.
letter-revoked-since = It has not been valid since { $since }. It stays in the register, and its links show that it is not valid.
letter-revoked-ask = If you disagree with the revocation, contact the institution.
letter-address-both = We have sent this e-mail to both addresses.
letter-address-ask = If the new address is not yours, or you did not ask for the change, contact the institution as soon as possible. We take the address from its records, so only the institution can change it back.
letter-contact = Contact at { $institution }: { $email }. You can also reply to this e-mail.
letter-contact-none = If you have any questions, contact { $institution }.
# $kind: LetterKind
letter-button = { $kind ->
    [issued] Open the micro-credential
    [corrected] Open the corrected micro-credential
    [address] Sign in
   *[revoked] Sign in
}
letter-sent = This e-mail was sent automatically by { $host }. If it is not meant for you, please delete it.
# $kind: LetterKind
letter-other = { $kind ->
    [issued] In English: { $institution } has issued you the micro-credential “{ $title }”. Open it by the link above.
    [corrected] In English: { $institution } has replaced your micro-credential “{ $title }” with a corrected one. Open it by the link above.
    [address] In English: { $institution } now keeps another e-mail address for you. If it is not yours, contact the institution.
   *[revoked] In English: { $institution } has revoked your micro-credential “{ $title }”. If you have any questions, contact the institution.
}

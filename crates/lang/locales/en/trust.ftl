# The EU’s trusted lists.

trust-help = Fetch and show the EU’s trusted lists
trust-help-update = Fetch the list of lists and the lists it points to, and keep those that are acceptable
trust-help-show = Show the stored lists, or what they say about a certificate
trust-help-certificate = A certificate (PEM), followed by its issuers’ certificates if they are not in the lists
trust-help-at = Show what a seal or time stamp made at this time would be; now by default (2026-01-31T12:00:00Z)
trust-help-json = Print the result as JSON

trust-off = According to the settings, trusted lists are not used (lists = "none" in [trust]).
trust-none = There are no trusted lists yet, so nothing can be called qualified. “signet trust update” fetches them.
trust-amiss = These trusted lists are out of date, missing or not acceptable: { $territories }. “signet trust update” fetches them again; “signet trust show” gives details.
trust-doctor-good = { $count ->
    [one] { $count } trusted list is stored and up to date.
   *[other] { $count } trusted lists are stored and up to date.
}
trust-new = { $territory }: new list, number { $sequence }
trust-unchanged = { $territory }: number { $sequence } is still the latest
trust-kept-old = { $territory }: number { $sequence } stays, no acceptable list was received: { $problem }
trust-failed = { $territory }: no acceptable list was received: { $problem }
trust-problem = { $code ->
    [address] the address of the list is not valid
    [out-of-reach] the address of the list is not allowed
    [connection] the connection failed
    [timed-out] the server did not answer in time
    [status] the server answered with an error
    [too-large] the list is too large
    [too-many] as many requests as allowed have been sent already
    [missing] the list has not been fetched yet
    [older] the server offers an older list than the stored one
    [not-a-list] this is not a trusted list
    [malformed] the list is damaged
    [version] the list has a version that cannot be read
    [incomplete] a required value is missing in the list
    [another] this is not the list that was pointed to
    [unsigned] the list is not signed
    [signer] the list is signed by a certificate that is not accepted for it
    [changed] the signature does not match the content of the list
    [signature] the signature of the list is not acceptable
   *[other] the cause is not known
 } (technical detail: { $detail })
trust-updated = Lists fetched: { $good }; not fetched or refused: { $failed }.
trust-good = { $territory }: number { $sequence } of { $issued }, the next by { $next }
trust-stale = { $territory }: number { $sequence } of { $issued }; the next should have come by { $next }
trust-closed = { $territory }: number { $sequence } of { $issued }, the last one
trust-rejected = { $territory }: not acceptable: { $problem }
trust-missing = { $territory }: not fetched yet
trust-trouble = Last attempt: { $problem }
trust-unreadable = Services and certificates that cannot be read: { $count }
trust-entry = { $service }, { $status } since { $since } – { $territory }, number { $sequence }
trust-status = { $status ->
    [withdrawn] withdrawn
    [accredited] accredited
    [recognisedatnationallevel] recognised at national level
    [deprecatedatnationallevel] deprecated at national level
    [undersupervision] under supervision
    [supervisionincessation] supervision in cessation
    [supervisionceased] supervision ceased
    [supervisionrevoked] supervision revoked
    [accreditationceased] accreditation ceased
    [accreditationrevoked] accreditation revoked
   *[granted] granted
}
trust-status-unknown = a status that is not known here ({ $status })
trust-at-issuance = When the certificate was issued, { $at }
trust-at-moment = On { $at }
trust-no-service = no entry
trust-seal = A seal with this certificate made on { $at } is: { $class }.
trust-stamp-qualified = A time stamp with this certificate made on { $at } is qualified.
trust-stamp-not-qualified = A time stamp with this certificate made on { $at } is not qualified.
trust-overdue = The list this is based on should have been replaced by { $since }.

trust-reason-no-lists = The list of lists that would decide this is missing.
trust-reason-list-unavailable = The list of { $territory } is not available or not acceptable.
trust-reason-not-listed = It was not issued by any service on the trusted lists.
trust-reason-not-listed-then = The service was not on the trusted lists at that time.
trust-reason-not-that-service = The service is listed for another purpose.
trust-reason-not-for-this-type = The service is not listed for certificates of this type.
trust-reason-not-granted = The service was not granted its qualified status: { $status }.
trust-reason-overruled = According to the trusted list, such certificates are not qualified.
trust-reason-unclear = It is not clear what the trusted list says about such certificates.
trust-reason-conflict = Entries of the trusted lists contradict each other.
trust-reason-not-claimed = The certificate does not claim to be qualified.
trust-reason-other-law = The certificate is qualified under the law of another country.
trust-reason-type-unclear = It is not clear what the certificate is for.
trust-reason-for-websites = The certificate is for websites.

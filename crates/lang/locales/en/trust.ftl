# The EU's trusted lists.

trust-help = Fetch the EU's trusted lists, and look at them
trust-help-update = Fetch the list of lists and the lists it points to, and keep those that count
trust-help-show = Show the lists that are kept; or what they say of a certificate
trust-help-certificate = A certificate (PEM), with its issuers behind it if the lists do not have them
trust-help-at = Tell what a seal or time stamp made at this moment would be; now by default (2026-01-31T12:00:00Z)
trust-help-json = Print the result as JSON

trust-off = The settings want no trusted lists (lists = "none" in [trust]).
trust-none = There are no trusted lists yet, so nothing can be said to be qualified. “signet trust update” fetches them.
trust-amiss = These trusted lists are overdue, missing, or do not count: { $territories }. “signet trust update” fetches them anew; “signet trust show” says more.
trust-doctor-good = { $count ->
    [one] { $count } trusted list is kept, and current.
   *[other] { $count } trusted lists are kept, and current.
}
trust-new = { $territory }: number { $sequence } is new
trust-unchanged = { $territory }: number { $sequence } is still the newest
trust-kept-old = { $territory }: number { $sequence } stays, nothing that counts came: { $problem }
trust-failed = { $territory }: nothing that counts came: { $problem }
trust-updated = Lists fetched: { $good }; not fetched, or refused: { $failed }.
trust-good = { $territory }: number { $sequence } of { $issued }, the next by { $next }
trust-stale = { $territory }: number { $sequence } of { $issued }; the next should have come by { $next }
trust-closed = { $territory }: number { $sequence } of { $issued }, the last one
trust-rejected = { $territory }: does not count: { $problem }
trust-missing = { $territory }: was never fetched
trust-trouble = The last attempt: { $problem }
trust-unreadable = Services and certificates that cannot be read: { $count }
trust-entry = { $service }, { $status } since { $since } – { $territory }, number { $sequence }
trust-at-issuance = When the certificate was issued, { $at }
trust-at-moment = On { $at }
trust-no-service = no entry
trust-seal = A seal of this certificate, made on { $at }, is: { $class }.
trust-stamp-qualified = A time stamp of this certificate, made on { $at }, is a qualified one.
trust-stamp-not-qualified = A time stamp of this certificate, made on { $at }, is not a qualified one.
trust-overdue = A list that this rests on should have been replaced by { $since }.

trust-reason-no-lists = There is no list of lists to judge by.
trust-reason-list-unavailable = The list of { $territory } is not at hand, or does not count.
trust-reason-not-listed = It is not issued by a service of the trusted lists.
trust-reason-not-listed-then = The service was not in the trusted lists then.
trust-reason-not-that-service = The service is listed for something else.
trust-reason-not-for-this-type = The service is not listed for certificates of this type.
trust-reason-not-granted = The service was not granted its qualified status: { $status }.
trust-reason-overruled = The trusted list says that such certificates are not qualified.
trust-reason-unclear = What the trusted list says of such certificates is not clear.
trust-reason-conflict = Entries of the trusted lists contradict each other.
trust-reason-not-claimed = The certificate does not say that it is a qualified one.
trust-reason-other-law = The certificate is qualified under the law of another country.
trust-reason-type-unclear = It is not clear what the certificate is for.
trust-reason-for-websites = The certificate is for websites.

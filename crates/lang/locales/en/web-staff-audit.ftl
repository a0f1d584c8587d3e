# The institution’s office: who did what.

web-staff-audit-title = Audit
web-staff-audit-lead = Who did what, to what, when and in which role. Entries can be neither changed nor deleted.
web-staff-audit-lead-own = Who did what to the units of learning that you answer for. Entries can be neither changed nor deleted.
web-staff-audit-search = Search the audit
web-staff-audit-whose = Account or personal number of whoever did it
web-staff-audit-which = Unit of learning or micro-credential (identifier)
web-staff-audit-from = From
web-staff-audit-to = To
web-staff-audit-entries = Entries
web-staff-audit-none = Nothing of the kind has happened.
web-staff-audit-when = When
web-staff-audit-who = Who
web-staff-audit-account = Account
web-staff-audit-role = Role
web-staff-audit-one-of = one of these roles: { $roles }
web-staff-audit-what = What
web-staff-audit-object = To what
web-staff-audit-why = Why
web-staff-audit-nobody = An unknown person
web-staff-audit-link-for = { $what }, for { $name }
web-staff-audit-times = { $what } (times in one minute: { $count })
web-staff-audit-sign-ins = How staff signed in is kept here for { $days } days.
web-staff-audit-credential = Micro-credential: { $what }
web-staff-audit-older = Older entries
web-staff-audit-csv = Download as CSV
web-staff-audit-jsonl = Download as JSON Lines
web-staff-audit-problem-who = There is no such account, and no such personal number with a role, here. The account stands below the name in each entry.
web-staff-audit-problem-object = This is the identifier of neither a unit of learning nor a micro-credential.
web-staff-audit-chain = The institution’s log
web-staff-audit-chain-holds = Continuous
web-staff-audit-chain-broken = Broken
web-staff-audit-chain-told = Each entry of the log carries the digest of the one before it. Entries: { $count }; the last { $looked }, which were checked, follow one another, and the log ends with the digest { $hash }.
web-staff-audit-chain-broken-told = The last entries of the log do not follow one another, or do not end where they should. History may have been changed. Turn to the operator.
web-staff-audit-log-about = You can download the whole log and check it with a program of your own: each line has an entry, its SHA-256 digest and what it follows.
web-staff-audit-log = Download the log
web-staff-audit-kind = { $kind ->
    [credential-proposed] micro-credential: accepted for issuing
    [credential-intended] micro-credential: prepared for its seal
    [credential-sealed] micro-credential: sealed
    [credential-delivered] micro-credential: delivered
    [credential-revoked] micro-credential: revoked
    [credential-superseded] micro-credential: replaced with a corrected one
    [credential-erased] micro-credential: data erased
    [credential-renewed] micro-credential: protection of the seal renewed
    [unit-drafted] unit of learning: text begun
    [unit-copied] unit of learning: text copied
    [unit-saved] unit of learning: text saved
    [unit-submitted] unit of learning: submitted
    [unit-withdrawn] unit of learning: withdrawn
    [unit-returned] unit of learning: returned with remarks
    [unit-endorsed] unit of learning: endorsed
    [unit-approved] unit of learning: approved
    [unit-entrusted] unit of learning: guarantor named
    [unit-published] unit of learning: published
    [unit-unpublished] unit of learning: taken out of the catalogue
    [unit-suspended] unit of learning: suspended
    [unit-resumed] unit of learning: resumed
    [unit-retired] unit of learning: retired
    [role-granted] role: given
    [role-substituted] role: given to a substitute
   *[role-ended] role: ended
}
# $kind: AuditedSecurity
web-staff-audit-security-kind = { $kind ->
    [login] signing in: signed in
    [login-failed] signing in: refused
    [second-factor] signing in: confirmed with a second factor
    [login-link] signing in: one-time link made
    [emergency-link] signing in: emergency link made
    [session-ended] signing in: signed out or session ended
    [identity-paired] signing in: another way added to the account
    [person-linked] national identity: linked to a person in the records
    [person-declined] national identity: request to be linked declined
    [person-unlinked] national identity: link taken back
   *[other] signing in: other
}
# $kind: AuditedSecurity
web-staff-audit-security = { $kind ->
    [login] Signed in
    [login-failed] Sign-in refused
    [second-factor] Sign-in confirmed with a second factor
    [login-link] One-time sign-in link made
    [emergency-link] Emergency sign-in link made
    [session-ended] Signed out, or sessions ended
    [identity-paired] Another way to sign in added to the account
    [person-linked] National identity linked to a person in the records
    [person-declined] Request to link a national identity declined
    [person-unlinked] Link to a national identity taken back
   *[other] Something about signing in
}

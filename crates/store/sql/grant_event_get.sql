SELECT institution, sequence, happened, kind, account, role, scope, person, ends, by_account, by_role, reason
FROM grant_event
WHERE institution = $1 AND sequence = $2

SELECT id, happened, kind, account, role, institution, action, object, denial, reason, times
FROM security_event
WHERE (happened, id) > ($1, $2)
ORDER BY happened, id
LIMIT $3

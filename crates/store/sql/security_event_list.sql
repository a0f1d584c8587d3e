SELECT id, happened, kind, account, role, institution, action, object, denial, times
FROM security_event
WHERE happened > $1 OR (happened = $1 AND id > $2)
ORDER BY happened, id
LIMIT $3

SELECT id, happened, kind, account, role, institution, action, object, denial, reason, times
FROM security_event
WHERE institution = $1 AND audited = 1 AND account = $5 AND (happened, id) < ($2, $3) AND happened >= $4
    AND (CAST($5 AS TEXT) = '' OR account = $5) AND (CAST($6 AS TEXT) = '' OR kind = $6)
ORDER BY happened DESC, id DESC
LIMIT $7

SELECT happened, id, kind, account, credential, unit, sequence
FROM audit_entry
WHERE institution = $1 AND unit = $7 AND (happened, id) < ($2, $3) AND happened >= $4
    AND (CAST($5 AS TEXT) = '' OR account = $5) AND (CAST($6 AS TEXT) = '' OR credential = $6)
    AND (CAST($7 AS TEXT) = '' OR unit = $7) AND (CAST($8 AS TEXT) = '' OR kind = $8)
ORDER BY happened DESC, id DESC
LIMIT $9

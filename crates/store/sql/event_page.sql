SELECT credential, sequence, hash
FROM event
WHERE institution = $1 AND (credential > $2 OR (credential = $2 AND sequence > $3))
ORDER BY credential, sequence
LIMIT $4

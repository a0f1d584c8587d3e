SELECT credential, sequence, hash
FROM event
WHERE institution = $1 AND (credential, sequence) > ($2, $3)
ORDER BY credential, sequence
LIMIT $4

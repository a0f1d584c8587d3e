SELECT id
FROM credential
WHERE institution = $1 AND id > $2
ORDER BY id
LIMIT $3

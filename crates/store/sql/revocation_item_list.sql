SELECT credential, outcome
FROM revocation_item
WHERE institution = $1 AND proposal = $2
ORDER BY credential
LIMIT $3

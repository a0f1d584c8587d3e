SELECT id
FROM credential
WHERE institution = $1 AND person = $2
ORDER BY dated DESC, id
LIMIT 1

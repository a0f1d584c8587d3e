SELECT *
FROM credential_row
WHERE institution = $1 AND person = $2
ORDER BY dated DESC, id

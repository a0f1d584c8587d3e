SELECT stage, status, many
FROM credential_count
WHERE institution = $1

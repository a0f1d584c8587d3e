SELECT *
FROM credential_row
WHERE institution = $1 AND id = $2

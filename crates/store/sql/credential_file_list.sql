SELECT kind, digest
FROM credential_file
WHERE institution = $1 AND credential = $2

SELECT COUNT(*) AS many
FROM credential
WHERE institution = $1 AND batch = $2 AND trouble IS NOT NULL

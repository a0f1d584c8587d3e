SELECT COUNT(*) AS many
FROM credential
WHERE institution = $1 AND waiting = 1 AND trouble IS NOT NULL

SELECT stage, status, COUNT(*) AS many
FROM credential
WHERE institution = $1 AND batch = $2
GROUP BY stage, status

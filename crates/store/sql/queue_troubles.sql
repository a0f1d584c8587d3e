SELECT COALESCE(trouble, '') AS why, COUNT(*) AS many
FROM credential
WHERE waiting = 1 AND ($1 = '' OR institution = $1)
GROUP BY COALESCE(trouble, '')
ORDER BY 1

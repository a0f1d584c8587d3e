-- $2: one batch, or '' for the whole institution.
SELECT stage, status, COUNT(*) AS many, COUNT(trouble) AS troubled
FROM credential
WHERE institution = $1 AND ($2 = '' OR batch = $2)
GROUP BY stage, status

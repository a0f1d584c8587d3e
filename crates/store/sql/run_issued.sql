-- Whether anything was issued for a run.
SELECT id
FROM credential
WHERE institution = $1 AND run = $3 AND unit = $2
LIMIT 1

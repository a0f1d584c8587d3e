UPDATE signature
SET value = $5
WHERE institution = $1 AND credential = $2 AND work = $3 AND digest = $4

UPDATE signature
SET response = $4, place = $5
WHERE institution = $1 AND credential = $2 AND work = $3 AND value IS NULL

UPDATE signature
SET sealed = $4
WHERE institution = $1 AND credential = $2 AND work = $3

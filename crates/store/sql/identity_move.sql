UPDATE identity
SET account = $4, code = $5
WHERE provider = $1 AND subject = $2 AND account = $3

UPDATE signature
SET value = $4
WHERE certificate = $1 AND response = $2 AND place = $3 AND value IS NULL

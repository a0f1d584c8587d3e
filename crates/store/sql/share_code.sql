UPDATE share
SET mac = $3
WHERE institution = $1 AND id = $2

UPDATE record
SET root = $3, statement = $4
WHERE institution = $1 AND credential = $2

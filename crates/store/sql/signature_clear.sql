DELETE FROM signature
WHERE institution = $1 AND credential = $2

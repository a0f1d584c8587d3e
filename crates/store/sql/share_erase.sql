DELETE FROM share
WHERE institution = $1 AND credential = $2

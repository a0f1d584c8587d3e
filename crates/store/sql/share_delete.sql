DELETE FROM share
WHERE institution = $1 AND id = $2

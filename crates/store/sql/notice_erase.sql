DELETE FROM notice
WHERE institution = $1 AND credential = $2

DELETE FROM session
WHERE institution = $1 AND person = $2

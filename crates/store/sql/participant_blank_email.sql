UPDATE participant
SET email = NULL
WHERE institution = $1 AND person = $2 AND email IS NOT NULL

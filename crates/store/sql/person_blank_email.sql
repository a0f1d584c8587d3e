UPDATE person
SET email = NULL
WHERE institution = $1 AND id = $2

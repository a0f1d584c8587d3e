UPDATE person_word
SET beginnings = $3
WHERE institution = $1 AND person = $2

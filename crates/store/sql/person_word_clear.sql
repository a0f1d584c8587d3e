DELETE FROM person_word
WHERE institution = $1 AND person = $2

DELETE FROM person_claim
WHERE institution = $1 AND person = $2

DELETE FROM person_claim
WHERE institution = $1 AND asked < $2

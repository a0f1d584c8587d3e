SELECT state
FROM person_claim
WHERE institution = $1 AND provider = $2 AND subject = $3

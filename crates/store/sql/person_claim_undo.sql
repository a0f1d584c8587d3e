UPDATE person_claim
SET state = 'declined', person = NULL, decided = $3, decided_by = $4, reason = $5, code = $6
WHERE institution = $1 AND id = $2 AND state = 'linked'

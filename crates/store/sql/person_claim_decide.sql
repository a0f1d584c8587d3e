UPDATE person_claim
SET state = $3, person = $4, decided = $5, decided_by = $6, reason = $7, code = $8
WHERE institution = $1 AND id = $2 AND state = 'waiting'

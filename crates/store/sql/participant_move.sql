UPDATE participant
SET state = $6, since = $7
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4 AND state = $5

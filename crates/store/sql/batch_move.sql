UPDATE batch
SET state = $4, changed = $5
WHERE institution = $1 AND id = $2 AND state = $3

UPDATE run
SET state = $5, since = $6, changed = $6
WHERE institution = $1 AND unit = $2 AND id = $3 AND state = $4

UPDATE account
SET name = $2, changed = $3, code = $4
WHERE id = $1 AND state = $5 AND changed = $6

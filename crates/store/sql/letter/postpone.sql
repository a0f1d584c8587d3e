SET lease_owner = '', due = $3, last_code = $4
WHERE id = $1 AND lease_owner = $2 AND state = 'waiting'

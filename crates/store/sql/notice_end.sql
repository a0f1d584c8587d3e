UPDATE notice
SET lease_owner = '', state = $4, last_code = $5, ended = $6, address = NULL
WHERE institution = $1 AND id = $2 AND lease_owner = $3 AND state = 'waiting'

UPDATE notice
SET lease_owner = '', due = $4, last_code = $5
WHERE institution = $1 AND id = $2 AND lease_owner = $3 AND state = 'waiting'

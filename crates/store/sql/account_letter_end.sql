UPDATE account_letter
SET lease_owner = '', state = $3, last_code = $4, ended = $5, sent_to = $6
WHERE id = $1 AND lease_owner = $2 AND state = 'waiting'

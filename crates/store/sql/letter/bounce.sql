SET lease_owner = '', state = 'bounced', last_code = $2, ended = $3
WHERE id = $1 AND state IN ('waiting', 'handed-over')

UPDATE notice
SET address = NULL
WHERE id = $1 AND state <> 'waiting'

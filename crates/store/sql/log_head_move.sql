UPDATE log_head
SET length = $2, head = $3
WHERE institution = $1

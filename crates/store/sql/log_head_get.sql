SELECT length, head
FROM log_head
WHERE institution = $1

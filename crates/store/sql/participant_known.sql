SELECT person
FROM participant
WHERE institution = $1 AND person = $2
LIMIT 1

WHERE state = 'waiting' AND due <= $1
ORDER BY due, id
LIMIT 1

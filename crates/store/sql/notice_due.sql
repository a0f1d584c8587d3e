SELECT due
FROM notice
WHERE state = 'waiting' AND due <= $1
ORDER BY due
LIMIT 1

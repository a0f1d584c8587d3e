SELECT due
FROM account_letter
WHERE state = 'waiting' AND due <= $1
ORDER BY due
LIMIT 1

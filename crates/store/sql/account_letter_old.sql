SELECT id
FROM account_letter
WHERE created <= $1
ORDER BY created
LIMIT 100

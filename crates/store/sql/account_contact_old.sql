SELECT account, provider
FROM account_contact
WHERE seen <= $1
ORDER BY seen
LIMIT 100

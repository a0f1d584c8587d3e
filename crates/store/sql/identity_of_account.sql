SELECT provider, subject, account, first_seen, last_seen, level, code
FROM identity
WHERE account = $1
ORDER BY first_seen, provider, subject

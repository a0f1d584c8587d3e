SELECT provider, subject, account, first_seen, last_seen, level, code
FROM identity
WHERE provider = $1 AND subject = $2

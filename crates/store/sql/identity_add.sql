INSERT INTO identity (provider, subject, account, first_seen, last_seen, level, code)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (provider, subject) DO NOTHING

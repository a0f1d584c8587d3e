INSERT INTO identity (provider, subject, account, first_seen, last_seen, level, code)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (provider, subject) DO UPDATE
SET last_seen = excluded.last_seen, level = excluded.level, code = excluded.code
WHERE identity.account = excluded.account AND identity.first_seen = excluded.first_seen

INSERT INTO belonging (account, institution, person, provider, since, code)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (account, institution) DO UPDATE
SET person = excluded.person, provider = excluded.provider, since = excluded.since, code = excluded.code

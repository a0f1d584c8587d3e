INSERT INTO logout_token (provider, id, expires)
VALUES ($1, $2, $3)
ON CONFLICT (provider, id) DO NOTHING

INSERT INTO migration (name, digest)
VALUES ($1, $2)
ON CONFLICT DO NOTHING

INSERT INTO account (id, name, state, created, changed, code)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, state = excluded.state, changed = excluded.changed, code = excluded.code

INSERT INTO setting (name, value, changed)
VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed = excluded.changed

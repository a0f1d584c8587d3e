INSERT INTO column_mapping (institution, unit, mapping, changed)
VALUES ($1, $2, $3, $4)
ON CONFLICT (institution, unit) DO UPDATE SET mapping = excluded.mapping, changed = excluded.changed

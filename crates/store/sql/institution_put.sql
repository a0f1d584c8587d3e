INSERT INTO institution (id, document, created, changed)
VALUES ($1, $2, $3, $3)
ON CONFLICT (id) DO UPDATE SET document = excluded.document, changed = excluded.changed

-- The first key stays: what was composed with it may have been sealed.
INSERT INTO record (institution, credential, opening, root, statement)
VALUES ($1, $2, $3, NULL, NULL)
ON CONFLICT DO NOTHING

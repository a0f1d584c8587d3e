INSERT INTO unit (institution, id, version, title_cs, title_en, document, created)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING

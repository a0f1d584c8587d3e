INSERT INTO unit (institution, id, version, title_cs, title_en, document, created, faculty_cs, faculty_en)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT DO NOTHING

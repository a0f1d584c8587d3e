INSERT INTO unit_draft (institution, unit, guarantor, length, head, standing, stage, version, revision, document, began, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)

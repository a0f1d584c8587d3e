INSERT INTO unit_version (institution, unit, version, digest, framework, valid_from, review_by, quality_until, approved)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

SELECT version, digest, framework, valid_from, review_by, quality_until, approved
FROM unit_version
WHERE institution = $1 AND unit = $2
ORDER BY version

SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND remarks IS NOT NULL
ORDER BY since, unit
LIMIT $2

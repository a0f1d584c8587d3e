SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND stage = $2
ORDER BY since, unit
LIMIT $3

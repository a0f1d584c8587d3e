SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND guarantor = $2 AND stage = $3
ORDER BY since, unit
LIMIT $4

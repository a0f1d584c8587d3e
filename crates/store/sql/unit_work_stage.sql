SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND stage = $2
    AND ($4 = '' OR REPLACE($4, '|' || unit || '|', '') <> $4)
ORDER BY since, unit
LIMIT $3

SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND remarks IS NOT NULL
    AND ($3 = '' OR REPLACE($3, '|' || unit || '|', '') <> $3)
ORDER BY since, unit
LIMIT $2

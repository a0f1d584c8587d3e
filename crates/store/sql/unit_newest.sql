SELECT id, version, title_cs, title_en, document, created
FROM unit
WHERE institution = $1 AND id = $2
ORDER BY version DESC
LIMIT 1

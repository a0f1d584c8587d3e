-- The same of one unit: its newest version.
SELECT id, faculty_cs, faculty_en, CASE WHEN faculty_cs IS NULL THEN document ELSE '' END AS document, 1 AS is_version
FROM unit
WHERE institution = $1 AND id = $2
ORDER BY version DESC
LIMIT 1

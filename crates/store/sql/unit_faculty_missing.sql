-- Versions whose texts nobody has looked into for their faculty, a page of them.
SELECT id, version, document
FROM unit
WHERE institution = $1 AND (id > $2 OR (id = $2 AND version > $3)) AND faculty_cs IS NULL
ORDER BY id, version
LIMIT 500

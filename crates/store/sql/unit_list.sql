-- The newest version of each unit.
SELECT unit.id, unit.version, unit.title_cs, unit.title_en, unit.document, unit.created
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
ORDER BY unit.id

-- What each unit is called in its newest version, and the faculty that it states; its text would be most of the answer, and comes along only where
-- the faculty has not been read out of it.
SELECT unit.id, unit.title_cs, unit.title_en, unit.faculty_cs, unit.faculty_en,
    CASE WHEN unit.faculty_cs IS NULL THEN unit.document ELSE '' END AS document
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
ORDER BY unit.id

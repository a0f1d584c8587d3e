-- What each unit is called in its newest version; its text would be most of the answer.
SELECT unit.id, unit.title_cs, unit.title_en
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
ORDER BY unit.id

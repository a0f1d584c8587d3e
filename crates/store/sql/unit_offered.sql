-- The newest version of each unit that the catalogue shows.
SELECT unit.id, unit.version, unit.title_cs, unit.title_en, unit.document, unit.created
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
LEFT JOIN unit_draft ON unit_draft.institution = unit.institution AND unit_draft.unit = unit.id
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
    AND (unit_draft.standing IS NULL OR unit_draft.standing IN ('unapproved', 'published'))
ORDER BY unit.id

-- Each unit with what states its faculty: its newest version, before there is one its draft (TOML). The text of a version comes along only
-- where its faculty has not been read out of it.
SELECT unit.id, unit.faculty_cs, unit.faculty_en, CASE WHEN unit.faculty_cs IS NULL THEN unit.document ELSE '' END AS document, 1 AS is_version
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
UNION ALL
SELECT unit_draft.unit, NULL, NULL, unit_draft.document, 0
FROM unit_draft
WHERE unit_draft.institution = $1
    AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.institution = $1 AND unit.id = unit_draft.unit)

-- Each unit with what states its faculty: its newest version (JSON), before there is one its draft (TOML).
SELECT unit.id, unit.document, 1 AS is_version
FROM (
    SELECT id, MAX(version) AS version
    FROM unit
    WHERE institution = $1
    GROUP BY id) AS newest
CROSS JOIN unit
WHERE unit.institution = $1 AND unit.id = newest.id AND unit.version = newest.version
UNION ALL
SELECT unit_draft.unit, unit_draft.document, 0
FROM unit_draft
WHERE unit_draft.institution = $1
    AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.institution = $1 AND unit.id = unit_draft.unit)

-- The newest versions that have to be looked at again by a day.
SELECT unit_draft.unit, unit_draft.review_by,
    (SELECT title_cs FROM unit WHERE unit.institution = unit_draft.institution AND unit.id = unit_draft.unit
     ORDER BY version DESC LIMIT 1) AS title_cs,
    (SELECT title_en FROM unit WHERE unit.institution = unit_draft.institution AND unit.id = unit_draft.unit
     ORDER BY version DESC LIMIT 1) AS title_en
FROM unit_draft
WHERE institution = $1 AND review_by <= $2
    AND ($4 = '' OR REPLACE($4, '|' || unit_draft.unit || '|', '') <> $4)
ORDER BY review_by, unit
LIMIT $3

-- The same of the units of one guarantor.
SELECT unit_draft.unit, unit_draft.review_by,
    (SELECT title_cs FROM unit WHERE unit.institution = unit_draft.institution AND unit.id = unit_draft.unit
     ORDER BY version DESC LIMIT 1) AS title_cs,
    (SELECT title_en FROM unit WHERE unit.institution = unit_draft.institution AND unit.id = unit_draft.unit
     ORDER BY version DESC LIMIT 1) AS title_en
FROM unit_draft
WHERE institution = $1 AND review_by <= $2 AND guarantor = $3
ORDER BY review_by, unit
LIMIT $4

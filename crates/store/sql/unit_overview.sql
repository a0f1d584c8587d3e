-- Every unit: those with a ledger, then those that were brought in as files and have none. Of a text that is being written only its beginning,
-- where its title stands. The text of a version comes along only
-- where its faculty has not been read out of it.
SELECT draft.unit AS unit, draft.guarantor, draft.standing, draft.stage, draft.version AS draft_version, draft.changed AS changed,
    SUBSTR(draft.document, 1, 2000) AS head, newest.version, newest.title_cs, newest.title_en, approved.review_by,
    newest.faculty_cs, newest.faculty_en, CASE WHEN newest.faculty_cs IS NULL THEN newest.document ELSE '' END AS document
FROM unit_draft AS draft
LEFT JOIN unit AS newest ON newest.institution = draft.institution AND newest.id = draft.unit
    AND newest.version = (SELECT MAX(other.version) FROM unit AS other
                          WHERE other.institution = draft.institution AND other.id = draft.unit)
LEFT JOIN unit_version AS approved ON approved.institution = draft.institution AND approved.unit = draft.unit
    AND approved.version = newest.version
WHERE draft.institution = $1
UNION ALL
SELECT filed.id, NULL, NULL, NULL, NULL, filed.created, '', filed.version, filed.title_cs, filed.title_en, NULL,
    filed.faculty_cs, filed.faculty_en, CASE WHEN filed.faculty_cs IS NULL THEN filed.document ELSE '' END
FROM unit AS filed
WHERE filed.institution = $1
    AND filed.version = (SELECT MAX(other.version) FROM unit AS other
                         WHERE other.institution = filed.institution AND other.id = filed.id)
    AND NOT EXISTS (SELECT 1 FROM unit_draft AS draft
                    WHERE draft.institution = filed.institution AND draft.unit = filed.id)
ORDER BY changed DESC, unit

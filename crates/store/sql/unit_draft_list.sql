SELECT unit, guarantor, length, head, standing, stage, version, revision, document, began, changed, since, remarks, review_by
FROM unit_draft
WHERE institution = $1
ORDER BY unit

SELECT unit, guarantor, length, head, standing, stage, version, revision, document, began, changed
FROM unit_draft
WHERE institution = $1
ORDER BY unit

UPDATE unit_draft
SET guarantor = $3
WHERE institution = $1 AND unit = $2

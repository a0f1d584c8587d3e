UPDATE unit_draft
SET length = $3, head = $4, standing = $5, stage = $6, version = $7, revision = $8, document = $9, changed = $10,
    since = COALESCE($11, since), remarks = $12, review_by = $13
WHERE institution = $1 AND unit = $2

-- The batch comes from a run.
UPDATE batch
SET run = $3, not_before = $4
WHERE institution = $1 AND id = $2

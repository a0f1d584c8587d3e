-- The first word counts no more.
UPDATE batch
SET begun = NULL, begun_by = NULL, begun_person = NULL, changed = $3
WHERE institution = $1 AND id = $2 AND state = 'checked' AND begun IS NOT NULL

-- Its dates, capacity and audience, unless somebody changed them in the meantime.
UPDATE run
SET starts = $5, ends = $6, capacity = $7, closed_to = $8, revision = revision + 1, changed = $9
WHERE institution = $1 AND unit = $2 AND id = $3 AND revision = $4 AND state IN ('planned', 'open', 'running')

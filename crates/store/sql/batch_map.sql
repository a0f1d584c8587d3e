-- Another mapping of its columns, as long as nobody has decided about it.
UPDATE batch
SET mapping = $3, rows_read = $4, rows_good = $5, complaints = $6, changed = $7
WHERE institution = $1 AND id = $2 AND state = 'checked'

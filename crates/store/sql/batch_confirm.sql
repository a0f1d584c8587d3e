-- The second word, by another account than the first.
UPDATE batch
SET confirmed = $4, confirmed_by = $3, changed = $4, state = 'issuing'
WHERE institution = $1 AND id = $2 AND state = 'checked' AND begun_by <> $3

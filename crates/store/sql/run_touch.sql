-- The next number of its history. Whoever writes about a run has its row first, so that one of two waits.
UPDATE run
SET events = events + 1, changed = $4
WHERE institution = $1 AND unit = $2 AND id = $3
RETURNING events, state, capacity

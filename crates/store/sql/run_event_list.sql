-- What happened to a run, newest first.
SELECT sequence, kind, person, happened, by_account
FROM run_event
WHERE institution = $1 AND unit = $2 AND run = $3
ORDER BY sequence DESC
LIMIT $4

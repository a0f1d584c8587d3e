-- What is still to wait waits until another instant, or no longer.
UPDATE batch
SET not_before = $3
WHERE institution = $1 AND id = $2 AND not_before > $4 AND state <> 'abandoned'

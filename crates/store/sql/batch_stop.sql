UPDATE batch
SET stopped = $4, stopped_by = $3
WHERE institution = $1 AND id = $2 AND state = 'issued' AND stopped IS NULL

UPDATE batch
SET stopped = NULL, stopped_by = NULL
WHERE institution = $1 AND id = $2 AND stopped IS NOT NULL

UPDATE batch
SET telling = $3, failure_told = 0
WHERE institution = $1 AND id = $2

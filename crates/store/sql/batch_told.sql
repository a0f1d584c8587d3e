UPDATE batch
SET telling = $4, failure_told = $5
WHERE institution = $1 AND id = $2 AND telling = $3

-- Batches with credentials that could not be sealed, those without a batch together.
SELECT batch, COUNT(*) AS many, MIN(proposed) AS since
FROM credential
WHERE institution = $1 AND waiting = 1 AND trouble IS NOT NULL
GROUP BY batch
ORDER BY since
LIMIT $2

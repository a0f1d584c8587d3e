-- Batches with credentials that could not be sealed, those without a batch together. An expression, so that SQLite groups what the index of
-- troubles finds and does not read all credentials in the order of batches.
SELECT COALESCE(batch, '') AS of_batch, COUNT(*) AS many, MIN(proposed) AS since
FROM credential
WHERE institution = $1 AND waiting = 1 AND trouble IS NOT NULL
    AND ($3 = '' OR REPLACE($3, '|' || unit || '|', '') <> $3)
GROUP BY COALESCE(batch, '')
ORDER BY since
LIMIT $2

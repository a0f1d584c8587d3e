SELECT 1 AS one
FROM credential
CROSS JOIN batch
WHERE credential.institution = $1 AND credential.id = $2
  AND batch.institution = $1 AND batch.id = credential.batch AND batch.stopped IS NOT NULL

UPDATE batch
SET upload = NULL, complaints = '[]'
WHERE institution = $1 AND changed < $2 AND state IN ('issued', 'abandoned')
  AND (upload IS NOT NULL OR complaints <> '[]')

SELECT institution, id, telling, failure_told
FROM batch
WHERE telling <= $1
ORDER BY telling
LIMIT 1

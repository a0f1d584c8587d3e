SELECT DISTINCT upload
FROM batch
WHERE institution = $1 AND changed < $2 AND state IN ('issued', 'abandoned') AND upload IS NOT NULL

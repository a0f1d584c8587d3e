-- How many completed the runs of each unit that began since a day, and how many failed them.
SELECT unit, CAST(SUM(completed) AS BIGINT) AS completed, CAST(SUM(failed) AS BIGINT) AS failed
FROM run
WHERE institution = $1 AND starts >= $2
GROUP BY unit
ORDER BY unit

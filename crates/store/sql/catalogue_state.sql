-- Says something else whenever a unit was added or an institution changed. Units are only ever added, versions included.
SELECT (SELECT COUNT(*) FROM unit) AS units, COUNT(*) AS institutions, CAST(COALESCE(SUM(changed), 0) AS BIGINT) AS changed
FROM institution

-- Says something else whenever a unit was added, published, suspended or ended, a run was planned, changed or moved on, or an institution
-- changed. Units and their events are only ever added, versions included.
SELECT (SELECT COUNT(*) FROM unit) AS units,
    (SELECT COUNT(*) FROM unit_event
     WHERE kind IN ('published', 'unpublished', 'suspended', 'resumed', 'retired')) AS standings,
    COUNT(*) AS institutions, CAST(COALESCE(SUM(changed), 0) AS BIGINT) AS changed,
    CAST(COALESCE(SUM(run_changes), 0) AS BIGINT) AS runs
FROM institution

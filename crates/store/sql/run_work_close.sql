-- Runs whose last day is over and whose results are not closed, the longest first.
SELECT run.unit, run.id, run.version, run.digest, run.state, run.starts, run.ends, run.capacity, run.closed_to, run.participants,
    run.enrolled, run.ready, run.revision, run.events, run.since, run.created, run.changed, draft.guarantor, unit.title_cs, unit.title_en
FROM run
JOIN unit ON unit.institution = run.institution AND unit.id = run.unit AND unit.version = run.version
LEFT JOIN unit_draft AS draft ON draft.institution = run.institution AND draft.unit = run.unit
WHERE run.institution = $1 AND run.state = 'running' AND run.ends < $2
    AND ($4 = '' OR REPLACE($4, '|' || run.unit || '|', '') <> $4)
ORDER BY run.ends, run.unit, run.id
LIMIT $3

-- Runs with people who completed them and were not handed in to be issued.
SELECT run.unit, run.id, run.version, run.digest, run.state, run.starts, run.ends, run.capacity, run.closed_to, run.participants,
    run.enrolled, run.ready, run.revision, run.events, run.since, run.created, run.changed, draft.guarantor, unit.title_cs, unit.title_en
FROM run
JOIN unit ON unit.institution = run.institution AND unit.id = run.unit AND unit.version = run.version
LEFT JOIN unit_draft AS draft ON draft.institution = run.institution AND draft.unit = run.unit
WHERE run.institution = $1 AND run.ready > 0 AND run.state = 'closed'
    AND ($3 = '' OR REPLACE($3, '|' || run.unit || '|', '') <> $3)
ORDER BY run.since, run.unit, run.id
LIMIT $2

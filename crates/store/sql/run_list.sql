SELECT run.unit, run.id, run.version, run.digest, run.state, run.starts, run.ends, run.capacity, run.closed_to, run.participants,
    run.enrolled, run.ready, run.revision, run.events, run.since, run.created, run.changed, draft.guarantor, unit.title_cs, unit.title_en
FROM run
JOIN unit ON unit.institution = run.institution AND unit.id = run.unit AND unit.version = run.version
LEFT JOIN unit_draft AS draft ON draft.institution = run.institution AND draft.unit = run.unit
WHERE run.institution = $1 AND ($2 = '' OR run.unit = $2) AND ($3 = '' OR run.state = $3)
    AND ($6 = '' OR REPLACE($6, '|' || run.unit || '|', '') <> $6)
ORDER BY run.starts DESC, run.unit, run.id
LIMIT $4 OFFSET $5

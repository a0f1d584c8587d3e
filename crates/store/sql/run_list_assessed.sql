-- Those that somebody assesses.
SELECT run.unit, run.id, run.version, run.digest, run.state, run.starts, run.ends, run.capacity, run.closed_to, run.participants,
    run.enrolled, run.ready, run.revision, run.events, run.since, run.created, run.changed, draft.guarantor, unit.title_cs, unit.title_en
FROM run
JOIN unit ON unit.institution = run.institution AND unit.id = run.unit AND unit.version = run.version
LEFT JOIN unit_draft AS draft ON draft.institution = run.institution AND draft.unit = run.unit
JOIN run_assessor AS assessor ON assessor.institution = run.institution AND assessor.unit = run.unit AND assessor.run = run.id
WHERE run.institution = $1 AND ($2 = '' OR run.unit = $2) AND ($3 = '' OR run.state = $3) AND assessor.person = $6
ORDER BY run.starts DESC, run.unit, run.id
LIMIT $4 OFFSET $5

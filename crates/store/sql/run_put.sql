INSERT INTO run (
    institution, unit, id, version, digest, state, starts, ends, capacity, closed_to, participants, enrolled, ready, revision,
    events, since, created, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 1, 0, $11, $11, $11)
ON CONFLICT DO NOTHING

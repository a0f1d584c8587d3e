INSERT INTO run_assessor (institution, unit, run, person)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING

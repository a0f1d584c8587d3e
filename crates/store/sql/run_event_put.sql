INSERT INTO run_event (institution, unit, run, sequence, kind, person, happened, by_account)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

INSERT INTO unit_event (institution, unit, sequence, kind, happened, hash, canonical, artefact)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

INSERT INTO event_artefact (institution, credential, sequence, digest)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING

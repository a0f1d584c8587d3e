INSERT INTO seal_use (id, happened, certificate, institution, credential, work, algorithm, digest, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

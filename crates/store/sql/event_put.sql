INSERT INTO event (institution, credential, sequence, kind, happened, hash, canonical)
VALUES ($1, $2, $3, $4, $5, $6, $7)

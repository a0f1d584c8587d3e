INSERT INTO session (digest, role, institution, person, account, language, created, expires)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

INSERT INTO session (digest, id, role, institution, person, account, language, created, seen, expires, scope, level, emergency, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

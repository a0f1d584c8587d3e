INSERT INTO login_token (digest, role, institution, person, account, language, expires, scope, level, emergency, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

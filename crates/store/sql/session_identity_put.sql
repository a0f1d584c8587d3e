INSERT INTO session_identity (session, provider, sid, level, authenticated, institution, person, roles, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

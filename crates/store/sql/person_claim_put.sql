INSERT INTO person_claim (
    institution, id, provider, subject, level, given_name, family_name, born, credential, asked, state, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11)

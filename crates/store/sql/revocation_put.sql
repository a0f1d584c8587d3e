INSERT INTO revocation_proposal (institution, id, by_account, by_person, revoked, many, state, proposed, ends)
VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)

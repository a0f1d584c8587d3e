INSERT INTO notice (institution, id, kind, credential, state, created, due, tries, lease_owner, address)
VALUES ($1, $2, $3, $4, 'waiting', $5, $5, 0, '', $6)

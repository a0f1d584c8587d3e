INSERT INTO account_letter (id, account, provider, at_before, institution, kind, about, state, created, due, tries, lease_owner)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8, 0, '')

INSERT INTO account_merge (id, account, merged, identities, institutions, happened, code)
VALUES ($1, $2, $3, $4, $5, $6, $7)

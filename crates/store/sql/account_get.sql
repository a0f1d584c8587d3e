SELECT id, name, state, created, changed, code
FROM account
WHERE id = $1

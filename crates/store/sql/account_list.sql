SELECT id, name, state, created, changed, code
FROM account
ORDER BY id

SELECT account, institution, role, person, ends, granted_by, granted, scope, code
FROM account_role
WHERE account = $1
ORDER BY institution, role

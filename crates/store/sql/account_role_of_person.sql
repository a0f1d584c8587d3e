SELECT account, institution, role, person, ends, granted_by, granted, scope, code
FROM account_role
WHERE institution = $1 AND person = $2
ORDER BY role, account

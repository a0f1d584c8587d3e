SELECT account, institution, role, person, ends, granted_by, granted, scope, code
FROM account_role
WHERE institution = $1 AND (role, account) > ($2, $3)
ORDER BY role, account
LIMIT $4

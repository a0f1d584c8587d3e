DELETE FROM account_role
WHERE account = $1 AND institution = $2 AND role = $3

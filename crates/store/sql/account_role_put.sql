INSERT INTO account_role (account, institution, role, person, ends, granted_by, granted, scope, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (account, institution, role) DO UPDATE
SET person = excluded.person, ends = excluded.ends, granted_by = excluded.granted_by, granted = excluded.granted,
    scope = excluded.scope, code = excluded.code

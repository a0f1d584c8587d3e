SELECT id, account, merged, identities, institutions, happened, undone, undone_by, reason, code
FROM account_merge
WHERE happened >= $1
ORDER BY happened DESC, id

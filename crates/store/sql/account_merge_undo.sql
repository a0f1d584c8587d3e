UPDATE account_merge
SET undone = $2, undone_by = $3, reason = $4, code = $5
WHERE id = $1 AND undone IS NULL

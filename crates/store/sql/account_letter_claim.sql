-- As notice_claim.
UPDATE account_letter
SET lease_owner = $1, due = $2, tries = tries + 1, first_try = COALESCE(first_try, $3)
WHERE id IN (
    SELECT id
    FROM account_letter
    WHERE state = 'waiting' AND due <= $3
    ORDER BY due, id
    LIMIT 1)
RETURNING id, account, provider, at_before, institution, kind, about, state, created, due, tries, first_try, last_code, ended

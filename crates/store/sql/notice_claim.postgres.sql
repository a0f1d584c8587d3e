-- As notice_claim, for engines with many writers: what another worker is just claiming is passed over, not waited for.
UPDATE notice
SET lease_owner = $1, due = $2, tries = tries + 1, first_try = COALESCE(first_try, $3)
WHERE (institution, id) IN (
    SELECT institution, id
    FROM notice
    WHERE state = 'waiting' AND due <= $3
    ORDER BY due, id
    LIMIT 1
    FOR UPDATE SKIP LOCKED)
RETURNING institution, id, kind, credential, state, created, due, tries, first_try, last_code, ended

-- A claim puts the letter off until its lease ends: a worker that dies leaves it to the next one.
UPDATE notice
SET lease_owner = $1, due = $2, tries = tries + 1, first_try = COALESCE(first_try, $3)
WHERE (institution, id) IN (
    SELECT institution, id
    FROM notice
    WHERE state = 'waiting' AND due <= $3
    ORDER BY due, id
    LIMIT 1)
RETURNING institution, id, kind, credential, state, created, due, tries, first_try, last_code, ended

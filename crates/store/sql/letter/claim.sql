-- A claim puts the letter off until its lease ends: a worker that dies leaves it to the next one.
SET lease_owner = $2, due = $3, tries = tries + 1, first_try = COALESCE(first_try, $1)
WHERE id IN (SELECT id FROM next)

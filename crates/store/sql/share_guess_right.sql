-- The try was right: it is counted no more, and those before it are.
UPDATE share_guess
SET wrong = wrong - 1, waits = NULL
WHERE institution = $1 AND share = $2 AND wrong > 0

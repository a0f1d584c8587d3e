-- What was put off or held may be claimed at once.
UPDATE credential
SET lease_until = 0, trouble = NULL
WHERE institution = $1 AND batch = $2 AND waiting = 1 AND lease_owner = '' AND lease_until > 0

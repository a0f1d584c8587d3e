-- What nobody has claimed and nothing stands in the way of. What was stopped is let go on by somebody, and then waits for the new instant.
UPDATE credential
SET lease_until = COALESCE(CAST($3 AS BIGINT), 0)
WHERE institution = $1 AND batch = $2 AND waiting = 1 AND lease_owner = '' AND trouble IS NULL AND lease_until > $4

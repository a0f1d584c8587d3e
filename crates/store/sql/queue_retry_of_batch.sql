-- What was put off or held may be claimed at once, or at the instant that its batch waits for.
UPDATE credential
SET trouble = NULL,
    lease_until = COALESCE((SELECT batch.not_before FROM batch WHERE batch.institution = $1 AND batch.id = $2), 0)
WHERE institution = $1 AND batch = $2 AND waiting = 1 AND lease_owner = '' AND lease_until > 0

-- Put off is what nobody has claimed and yet may not be claimed before some instant.
UPDATE credential
SET lease_until = COALESCE((SELECT batch.not_before FROM batch
                            WHERE batch.institution = credential.institution AND batch.id = credential.batch), 0)
WHERE waiting = 1 AND lease_owner = '' AND lease_until > 0 AND ($1 = '' OR institution = $1)
  -- What somebody holds is not ours to let go (HELD_UNTIL).
  AND lease_until < 9999999999999

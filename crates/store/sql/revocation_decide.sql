-- $6: one person is enough.
UPDATE revocation_proposal
SET state = $4, decided = $5, decided_by = $3
WHERE institution = $1 AND id = $2 AND state = 'waiting' AND ends > $5
  AND ($4 <> 'confirmed' OR CAST($6 AS BIGINT) = 1 OR by_account <> $3)

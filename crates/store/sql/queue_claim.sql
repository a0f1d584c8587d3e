-- The outer conditions are checked again on the row as it is when locked, so no two workers get the same one.
UPDATE credential
SET lease_owner = $1, lease_until = $2
WHERE waiting = 1
  AND lease_until <= $3
  AND (institution, id) IN (
      SELECT free.institution, free.id
      FROM credential AS free
      WHERE free.waiting = 1 AND free.lease_until <= $3 AND ($4 = '' OR free.institution = $4)
      ORDER BY free.proposed, free.id
      LIMIT $5)
RETURNING institution, id

-- A seal ends the lease; anything else leaves it as it is. Until when other files are protected has still to be said.
-- From $10 on: a column for each sealed file, in the order of their codes.
UPDATE credential
SET stage = $3,
    status = $4,
    waiting = $5,
    length = $6,
    head = $7,
    dated = COALESCE($8, dated),
    superseded = $9,
    jsonld = $10,
    pdf = $11,
    protected_until = CASE WHEN jsonld IS NOT DISTINCT FROM $10 AND pdf IS NOT DISTINCT FROM $11 THEN protected_until END,
    lease_owner = CASE WHEN CAST($5 AS BIGINT) = 0 THEN '' ELSE lease_owner END,
    lease_until = CASE WHEN CAST($5 AS BIGINT) = 0 THEN 0 ELSE lease_until END,
    trouble = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE trouble END
WHERE institution = $1 AND id = $2

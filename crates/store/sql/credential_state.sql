-- A seal ends the lease; anything else leaves it as it is. $10: whether the entry names files, and if so $11 until when these are protected, as far
-- as that is known. `jsonld` and `pdf` are for a program of the release before that runs beside this one.
UPDATE credential
SET stage = $3,
    status = $4,
    waiting = $5,
    length = $6,
    head = $7,
    dated = COALESCE($8, dated),
    superseded = $9,
    protected_until = CASE WHEN CAST($10 AS BIGINT) = 0 THEN protected_until ELSE CAST($11 AS BIGINT) END,
    jsonld = $12,
    pdf = $13,
    lease_owner = CASE WHEN CAST($5 AS BIGINT) = 0 THEN '' ELSE lease_owner END,
    lease_until = CASE WHEN CAST($5 AS BIGINT) = 0 THEN 0 ELSE lease_until END,
    trouble = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE trouble END
WHERE institution = $1 AND id = $2

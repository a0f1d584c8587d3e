-- Only what waits has an owner.
UPDATE credential
SET lease_owner = $4, lease_until = $5, trouble = COALESCE($6, trouble)
WHERE institution = $1 AND id = $2 AND lease_owner = $3

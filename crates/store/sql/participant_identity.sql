UPDATE participant
SET identity_at = $5, identity_by = $6
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4

UPDATE revocation_item
SET outcome = $4
WHERE institution = $1 AND proposal = $2 AND credential = $3

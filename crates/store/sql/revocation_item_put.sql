INSERT INTO revocation_item (institution, proposal, credential)
VALUES ($1, $2, $3)
ON CONFLICT (institution, proposal, credential) DO NOTHING

INSERT INTO letter_refusal (account, kind)
VALUES ($1, $2)
ON CONFLICT (account, kind) DO NOTHING

-- Renewed files take the place of those before them; no kind that was sealed is ever gone.
INSERT INTO credential_file (institution, credential, kind, sequence, digest)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (institution, credential, kind) DO UPDATE
SET sequence = excluded.sequence, digest = excluded.digest

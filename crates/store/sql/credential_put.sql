INSERT INTO credential (
    institution, id, unit, unit_version, run, person, revision, batch, award, supersedes, superseded, stage, status,
    waiting, length, head, proposed, dated, jsonld, pdf, lease_owner, lease_until, trouble, assessed)
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, 'proposed', 'valid',
    1, 1, $11, $12, $12, NULL, NULL, '',
    -- What is to be sealed at a later instant is put off until then.
    COALESCE((SELECT batch.not_before FROM batch WHERE batch.institution = $1 AND batch.id = $8), 0), NULL, $13)
ON CONFLICT DO NOTHING

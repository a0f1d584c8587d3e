-- Credentials after $2, up to $3. A row that a program has written meanwhile is newer than what was read here. What no entry of the ledger names
-- is not brought over: `fsck` tells it.
INSERT INTO credential_file (institution, credential, kind, sequence, digest)
SELECT of_before.institution, of_before.credential, of_before.kind, MAX(event_artefact.sequence), of_before.digest
FROM (
    SELECT institution, id AS credential, 'jsonld' AS kind, jsonld AS digest
    FROM credential
    WHERE institution = $1 AND id > $2 AND id <= $3 AND jsonld IS NOT NULL
    UNION ALL
    SELECT institution, id AS credential, 'pdf' AS kind, pdf AS digest
    FROM credential
    WHERE institution = $1 AND id > $2 AND id <= $3 AND pdf IS NOT NULL) AS of_before
JOIN event_artefact ON event_artefact.credential = of_before.credential AND event_artefact.digest = of_before.digest
WHERE event_artefact.institution = $1 AND event_artefact.credential > $2 AND event_artefact.credential <= $3
GROUP BY of_before.institution, of_before.credential, of_before.kind, of_before.digest
ON CONFLICT DO NOTHING

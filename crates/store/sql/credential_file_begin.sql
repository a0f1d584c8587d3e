-- Credentials after $2, up to $3. A row that a program has written meanwhile is newer than what was read here. What no entry of the ledger names
-- is not brought over: `fsck` tells it. The entry is asked for one by one: joined, all entries of the page would be gone through for each file.
INSERT INTO credential_file (institution, credential, kind, sequence, digest)
SELECT filled.institution, filled.credential, filled.kind, filled.sequence, filled.digest
FROM (
    SELECT one.institution, one.id AS credential, 'jsonld' AS kind, one.jsonld AS digest, (
        SELECT MAX(event_artefact.sequence)
        FROM event_artefact
        WHERE event_artefact.institution = $1 AND event_artefact.credential = one.id
            AND event_artefact.digest = one.jsonld) AS sequence
    FROM credential AS one
    WHERE one.institution = $1 AND one.id > $2 AND one.id <= $3 AND one.jsonld IS NOT NULL
    UNION ALL
    SELECT one.institution, one.id AS credential, 'pdf' AS kind, one.pdf AS digest, (
        SELECT MAX(event_artefact.sequence)
        FROM event_artefact
        WHERE event_artefact.institution = $1 AND event_artefact.credential = one.id
            AND event_artefact.digest = one.pdf) AS sequence
    FROM credential AS one
    WHERE one.institution = $1 AND one.id > $2 AND one.id <= $3 AND one.pdf IS NOT NULL) AS filled
WHERE filled.sequence IS NOT NULL
ON CONFLICT DO NOTHING

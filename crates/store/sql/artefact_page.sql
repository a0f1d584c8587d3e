-- Of the next artefacts those that nothing names, and the last one, from which the walk goes on. A page is short: what reads a
-- whole register holds nobody up. Its length stands here: of a length it does not know PostgreSQL expects a tenth of the table.
-- Rows are asked for, not EXISTS, for which it may read a whole table into memory.
WITH page AS (
    SELECT digest, stored
    FROM artefact
    WHERE institution = $1 AND digest > $2
    ORDER BY digest
    LIMIT 1000),
judged AS MATERIALIZED (
    SELECT page.digest, CASE
        WHEN page.stored >= $3 THEN 0
        WHEN (SELECT 1 FROM event_artefact
              WHERE event_artefact.institution = $1 AND event_artefact.digest = page.digest
              LIMIT 1) = 1 THEN 0
        WHEN (SELECT 1 FROM unit_event
              WHERE unit_event.institution = $1 AND unit_event.artefact = page.digest
              LIMIT 1) = 1 THEN 0
        WHEN (SELECT 1 FROM batch
              WHERE batch.institution = $1 AND batch.upload = page.digest
              LIMIT 1) = 1 THEN 0
        WHEN (SELECT 1 FROM signature
              WHERE signature.institution = $1 AND signature.sealed = page.digest
              LIMIT 1) = 1 THEN 0
        ELSE 1 END AS orphan
    FROM page)
SELECT judged.digest, judged.orphan
FROM judged
WHERE judged.orphan = 1 OR judged.digest = (SELECT MAX(page.digest) FROM page)
ORDER BY judged.digest

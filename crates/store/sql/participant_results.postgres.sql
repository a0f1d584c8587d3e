-- As `participant_results.sqlite.sql`; PostgreSQL reads JSON by other functions.
UPDATE participant
SET results = entry ->> 1, entries = CAST(entry ->> 3 AS BIGINT)
FROM jsonb_array_elements(CAST(CAST($4 AS TEXT) AS JSONB)) AS entry
WHERE institution = $1 AND unit = $2 AND run = $3
    AND person = entry ->> 0 AND entries = CAST(entry ->> 2 AS BIGINT)
RETURNING person

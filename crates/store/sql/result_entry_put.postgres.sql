-- As `result_entry_put.sqlite.sql`; PostgreSQL reads JSON by other functions.
INSERT INTO result_entry (
    institution, unit, run, person, sequence, field, old_value, new_value, happened, by_account)
SELECT $1, $2, $3, entry ->> 0, CAST(entry ->> 1 AS BIGINT), entry ->> 2, entry ->> 3, entry ->> 4, CAST($5 AS BIGINT), $6
FROM jsonb_array_elements(CAST(CAST($4 AS TEXT) AS JSONB)) AS entry

-- The first word about a checked batch; $4: it takes effect at once, else it waits for another's.
UPDATE batch
SET begun = $5,
    begun_by = $3,
    begun_person = $6,
    confirmed = NULL,
    confirmed_by = NULL,
    changed = $5,
    state = CASE WHEN CAST($4 AS BIGINT) = 1 THEN 'issuing' ELSE state END
WHERE institution = $1 AND id = $2 AND state = 'checked' AND (CAST($4 AS BIGINT) = 1 OR begun IS NULL)

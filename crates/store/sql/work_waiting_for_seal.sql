-- Without what is put off until an instant that was chosen. What was, waits since that instant. In two parts, so that each is found by the index of
-- troubles.
SELECT COUNT(*) AS many, MIN(waits.since) AS since
FROM (
    SELECT proposed AS since
    FROM credential
    WHERE institution = $1 AND waiting = 1 AND trouble IS NOT NULL
    UNION ALL
    SELECT CASE WHEN lease_owner = '' AND lease_until > proposed THEN lease_until ELSE proposed END AS since
    FROM credential
    WHERE institution = $1 AND waiting = 1 AND trouble IS NULL AND (lease_owner <> '' OR lease_until <= $2)) AS waits

-- As queue_claim, for engines with many writers: What another worker is just claiming is passed over, not waited for.
UPDATE credential
SET lease_owner = $1, lease_until = $2
WHERE (institution, id) IN (
    SELECT free.institution, free.id
    FROM (
        SELECT * FROM (
            SELECT institution, id, proposed
            FROM credential
            WHERE waiting = 1 AND lease_until = 0 AND ($4 = '' OR institution = $4)
            ORDER BY proposed, id
            LIMIT $5
            FOR UPDATE SKIP LOCKED) AS fresh
        UNION ALL
        SELECT * FROM (
            SELECT institution, id, proposed
            FROM credential
            WHERE waiting = 1 AND lease_until > 0 AND lease_until <= $3 AND ($4 = '' OR institution = $4)
            ORDER BY lease_until, proposed, id
            LIMIT $5
            FOR UPDATE SKIP LOCKED) AS ended) AS free
    ORDER BY free.proposed, free.id
    LIMIT $5)
RETURNING institution, id

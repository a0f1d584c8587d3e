-- A try is counted as wrong before it is looked at, so that many at once are no more than one after another. No row: it may not be tried now.
INSERT INTO share_guess (institution, share, wrong, waits)
VALUES ($1, $2, 1, NULL)
ON CONFLICT (institution, share) DO UPDATE
SET wrong = share_guess.wrong + 1,
    waits = CASE WHEN (share_guess.wrong + 1) % CAST($3 AS BIGINT) = 0 THEN CAST($4 AS BIGINT) END
WHERE share_guess.wrong < CAST($5 AS BIGINT) AND COALESCE(share_guess.waits, 0) <= CAST($6 AS BIGINT)
RETURNING wrong

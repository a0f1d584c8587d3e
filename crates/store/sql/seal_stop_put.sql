-- Two custodians at once take the same number; the second is refused and may look again.
INSERT INTO seal_stop (sequence, happened, certificate, stopped, by_account, reason)
SELECT COALESCE(MAX(sequence), 0) + 1, CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS TEXT),
    CAST($5 AS TEXT)
FROM seal_stop
RETURNING sequence

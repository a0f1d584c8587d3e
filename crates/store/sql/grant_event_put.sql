-- Two at once in one institution take the same number; the second is refused and may look again.
INSERT INTO grant_event (
    institution, sequence, happened, kind, account, role, scope, person, ends, by_account, by_role, reason
)
SELECT CAST($1 AS TEXT), COALESCE(MAX(sequence), 0) + 1, CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS TEXT),
    CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS TEXT), CAST($10 AS TEXT),
    CAST($11 AS TEXT)
FROM grant_event
WHERE institution = $1
RETURNING sequence

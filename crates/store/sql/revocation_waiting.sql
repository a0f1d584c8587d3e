-- Those that can still be confirmed, oldest first.
SELECT id, by_account, by_person, revoked, many, state, proposed, ends, decided, decided_by
FROM revocation_proposal
WHERE institution = $1 AND state = 'waiting' AND ends > $2
ORDER BY proposed, id
LIMIT $3

SELECT id, by_account, by_person, revoked, many, state, proposed, ends, decided, decided_by
FROM revocation_proposal
WHERE institution = $1 AND id = $2

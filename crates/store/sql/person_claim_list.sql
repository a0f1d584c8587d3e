SELECT id, provider, subject, level, given_name, family_name, born, credential, asked, state, person, decided,
    decided_by, reason, code
FROM person_claim
WHERE institution = $1 AND state = $2
ORDER BY asked DESC, id
LIMIT $3

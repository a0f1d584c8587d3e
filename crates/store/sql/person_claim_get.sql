SELECT id, provider, subject, level, given_name, family_name, born, credential, asked, state, person, decided,
    decided_by, reason, code
FROM person_claim
WHERE institution = $1 AND id = $2

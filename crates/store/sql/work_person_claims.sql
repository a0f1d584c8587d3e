SELECT id, given_name, family_name, asked
FROM person_claim
WHERE institution = $1 AND state = 'waiting'
ORDER BY asked, id
LIMIT $2

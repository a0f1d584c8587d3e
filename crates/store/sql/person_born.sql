SELECT id, given_name, family_name, titles_before, titles_after, born, birth_place, birth_country, email
FROM person
WHERE institution = $1 AND born = $2
ORDER BY id
LIMIT $3

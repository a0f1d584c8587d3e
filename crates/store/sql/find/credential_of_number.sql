-- Of the person with the number $13.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM person
CROSS JOIN credential
WHERE person.institution = $1 AND person.id = $13
  AND credential.institution = $1 AND credential.person = person.id

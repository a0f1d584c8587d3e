-- Of whoever has the address $13, which is in small letters.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM person
CROSS JOIN credential
WHERE person.institution = $1 AND LOWER(person.email) = $13 AND person.email IS NOT NULL
  AND credential.institution = $1 AND credential.person = person.id

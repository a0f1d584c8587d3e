-- Identifiers from $13 to $14, both included.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM credential
CROSS JOIN person
WHERE credential.institution = $1 AND credential.id >= $13 AND credential.id <= $14
  AND person.institution = $1 AND person.id = credential.person

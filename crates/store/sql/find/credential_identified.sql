-- Identifiers from $6 to $7, both included.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM credential
CROSS JOIN person
WHERE credential.institution = $1 AND credential.id >= $6 AND credential.id <= $7
  AND person.institution = $1 AND person.id = credential.person

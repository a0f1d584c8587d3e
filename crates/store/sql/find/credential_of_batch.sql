SELECT person.sort_key AS word, person.sort_key, credential.id
FROM credential
CROSS JOIN person
WHERE credential.institution = $1 AND credential.batch = $6
  AND person.institution = $1 AND person.id = credential.person

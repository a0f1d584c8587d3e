-- Of one run of one unit: those who took part in it.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM credential
CROSS JOIN person
WHERE credential.institution = $1 AND credential.unit = $4 AND credential.run = $5
  AND person.institution = $1 AND person.id = credential.person

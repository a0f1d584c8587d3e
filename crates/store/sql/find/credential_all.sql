-- People in their order.
SELECT person.sort_key AS word, person.sort_key, credential.id
FROM person
CROSS JOIN credential
WHERE person.institution = $1
  AND credential.institution = $1 AND credential.person = person.id

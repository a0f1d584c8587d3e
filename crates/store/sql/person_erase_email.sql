UPDATE person
SET email = NULL
WHERE institution = $1
  AND id = (SELECT credential.person FROM credential WHERE credential.institution = $1 AND credential.id = $2)

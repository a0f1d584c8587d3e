SELECT id
FROM credential
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4 AND revision = $5

SELECT credential.proposed, credential.id
FROM credential
WHERE credential.institution = $1 AND credential.run = $5

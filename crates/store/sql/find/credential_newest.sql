SELECT credential.proposed, credential.id
FROM credential
WHERE credential.institution = $1

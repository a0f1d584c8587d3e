SELECT credential.proposed, credential.id
FROM credential
WHERE credential.institution = $1 AND credential.status = $7 AND credential.status <> 'valid'

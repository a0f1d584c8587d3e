SELECT length, head
FROM credential
WHERE institution = $1 AND id = $2

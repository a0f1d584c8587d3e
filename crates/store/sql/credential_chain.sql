SELECT length, head, protected_until
FROM credential
WHERE institution = $1 AND id = $2

SELECT role, institution, person, account, language, expires
FROM session
WHERE digest = $1 AND expires > $2

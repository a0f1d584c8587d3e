SELECT digest, id, role, institution, person, account, language, created, seen, expires, code
FROM session
WHERE digest = $1

SELECT digest, id, role, institution, person, account, language, created, seen, expires, code
FROM session
WHERE account = $1
ORDER BY created DESC, id

DELETE FROM login_token
WHERE digest = $1
RETURNING role, institution, person, account, language, expires, scope, level, emergency, code

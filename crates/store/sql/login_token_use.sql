UPDATE login_token
SET used = $2
WHERE digest = $1 AND used IS NULL AND expires > $2
RETURNING role, institution, person, account, language

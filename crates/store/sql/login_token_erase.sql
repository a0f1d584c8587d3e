DELETE FROM login_token
WHERE institution = $1 AND person = $2

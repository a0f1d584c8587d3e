DELETE FROM login_token
WHERE account = $1

DELETE FROM login_token
WHERE expires <= $1

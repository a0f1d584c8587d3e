DELETE FROM logout_token
WHERE expires <= $1

DELETE FROM login_token
WHERE used IS NOT NULL OR expires <= $1

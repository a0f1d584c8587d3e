DELETE FROM login_attempt
WHERE expires <= $1

DELETE FROM login_attempt
WHERE state = $1

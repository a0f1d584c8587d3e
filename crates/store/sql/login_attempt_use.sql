UPDATE login_attempt
SET used = $2, code = $3
WHERE state = $1 AND used IS NULL

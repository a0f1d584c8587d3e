DELETE FROM session
WHERE account = $1 AND digest IN (SELECT session FROM session_identity WHERE provider = $2)

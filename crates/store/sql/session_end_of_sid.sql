DELETE FROM session
WHERE digest IN (SELECT session FROM session_identity WHERE provider = $1 AND sid = $2)

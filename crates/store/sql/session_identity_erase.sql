DELETE FROM session
WHERE digest IN (SELECT session FROM session_identity WHERE institution = $1 AND person = $2)

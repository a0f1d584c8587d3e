DELETE FROM security_event
WHERE happened < $1

UPDATE session
SET seen = $2, code = $3
WHERE digest = $1

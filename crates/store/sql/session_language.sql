UPDATE session
SET language = $2
WHERE digest = $1

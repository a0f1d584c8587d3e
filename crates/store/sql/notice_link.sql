UPDATE notice
SET linked = 1
WHERE institution = $1 AND id = $2 AND linked = 0

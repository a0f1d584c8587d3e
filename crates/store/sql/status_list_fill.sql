UPDATE status_list
SET used = used + 1
WHERE institution = $1 AND list = $2

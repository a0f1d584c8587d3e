SELECT used
FROM status_list
WHERE institution = $1 AND list = $2

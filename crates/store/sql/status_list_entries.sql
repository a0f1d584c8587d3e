SELECT place, status
FROM status_entry
WHERE institution = $1 AND list = $2

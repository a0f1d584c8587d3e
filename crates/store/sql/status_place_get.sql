SELECT list, place
FROM status_place
WHERE institution = $1 AND credential = $2

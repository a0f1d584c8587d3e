SELECT list, used
FROM status_list
WHERE institution = $1
ORDER BY list

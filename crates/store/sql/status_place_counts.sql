SELECT list, COUNT(*) AS places
FROM status_place
WHERE institution = $1
GROUP BY list
ORDER BY list

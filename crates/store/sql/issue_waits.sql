SELECT hours, many
FROM wait_count
WHERE institution = $1
ORDER BY hours

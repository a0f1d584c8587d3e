SELECT COUNT(*) AS many
FROM grant_event
WHERE institution = $1

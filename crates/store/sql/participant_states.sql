SELECT state, COUNT(*) AS many
FROM participant
WHERE institution = $1 AND unit = $2 AND run = $3
GROUP BY state
ORDER BY state

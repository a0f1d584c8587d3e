SELECT unit, hour, many
FROM issued_count
WHERE institution = $1 AND hour >= $2
ORDER BY hour, unit

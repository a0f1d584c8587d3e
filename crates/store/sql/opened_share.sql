SELECT sealed, opened
FROM opened_count
WHERE institution = $1

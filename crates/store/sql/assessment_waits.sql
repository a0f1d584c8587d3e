SELECT days, many
FROM assessment_wait_count
WHERE institution = $1
ORDER BY days

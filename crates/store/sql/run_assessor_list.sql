SELECT person
FROM run_assessor
WHERE institution = $1 AND unit = $2 AND run = $3
ORDER BY person

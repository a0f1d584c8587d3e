-- Others in the run with the same day of birth and the same place in the order of names: the same person, perhaps.
SELECT person
FROM participant
WHERE institution = $1 AND unit = $2 AND run = $3 AND sort_key = $4 AND born = $5 AND person <> $6
ORDER BY person
LIMIT 10

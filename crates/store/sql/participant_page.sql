-- Participants in the order of their names.
SELECT *
FROM participant_row
WHERE institution = $1 AND unit = $2 AND run = $3 AND ($4 = '' OR state = $4)
ORDER BY sort_key, person
LIMIT $5 OFFSET $6

SELECT *
FROM participant_row
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4

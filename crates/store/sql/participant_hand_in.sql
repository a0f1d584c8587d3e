UPDATE participant
SET batch = $5, handed_in = entries
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4

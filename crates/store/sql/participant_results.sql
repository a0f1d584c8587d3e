-- What they reached, unless somebody entered something in the meantime.
UPDATE participant
SET results = $6, entries = $7
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4 AND entries = $5

-- Their details are right, whatever the institution's records say.
UPDATE participant
SET confirmed = 1
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4

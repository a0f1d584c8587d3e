-- Nobody decided about it for so long that nobody will.
UPDATE batch
SET state = 'abandoned', changed = $3
WHERE institution = $1 AND state = 'checked' AND changed < $2

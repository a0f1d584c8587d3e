-- The process that took it in is dead: it waits for another word.
UPDATE batch
SET state = 'checked', changed = $3
WHERE institution = $1 AND state = 'issuing' AND changed < $2

-- What people reached, unless somebody entered something of theirs in the meantime; told is of whom it was written. Each as a list of person,
-- results, the number of changes they began from and the number they come to: a page of a grid in one statement. The list is taken apart once: SQLite
-- would else go through all of it for each participant of the run.
WITH entry AS MATERIALIZED (
    SELECT json_extract(value, '$[0]') AS person, json_extract(value, '$[1]') AS results, json_extract(value, '$[2]') AS began,
        json_extract(value, '$[3]') AS entries
    FROM json_each($4))
UPDATE participant
SET results = entry.results, entries = entry.entries
FROM entry
WHERE institution = $1 AND unit = $2 AND run = $3 AND participant.person = entry.person AND participant.entries = entry.began
RETURNING participant.person AS person

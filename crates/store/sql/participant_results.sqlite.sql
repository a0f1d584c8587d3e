-- What people reached, unless somebody entered something of theirs in the meantime; told is of whom it was written. Each as a list of person,
-- results, the number of changes they began from and the number they come to: a page of a grid in one statement.
UPDATE participant
SET results = json_extract(entry.value, '$[1]'), entries = json_extract(entry.value, '$[3]')
FROM json_each($4) AS entry
WHERE institution = $1 AND unit = $2 AND run = $3
    AND person = json_extract(entry.value, '$[0]') AND entries = json_extract(entry.value, '$[2]')
RETURNING person

-- Each change as a list of person, number, field, old value and new value: a page of a grid has hundreds of them, and one statement for each took
-- most of the time of saving it.
INSERT INTO result_entry (
    institution, unit, run, person, sequence, field, old_value, new_value, happened, by_account)
SELECT $1, $2, $3, json_extract(entry.value, '$[0]'), json_extract(entry.value, '$[1]'), json_extract(entry.value, '$[2]'),
    json_extract(entry.value, '$[3]'), json_extract(entry.value, '$[4]'), $5, $6
FROM json_each($4) AS entry

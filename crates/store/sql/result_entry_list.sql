-- Changes of somebody's results after so many, newest first.
SELECT sequence, field, old_value, new_value, happened, by_account
FROM result_entry
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4 AND sequence > $5
ORDER BY sequence DESC
LIMIT $6

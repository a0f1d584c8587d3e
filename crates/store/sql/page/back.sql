-- The rows before a place ($11, $12, $2), the nearest first. The first condition is the one that an index can answer.
SELECT found.word AS found_word, found.sort_key AS found_key, credential_row.*
FROM (
    SELECT word, sort_key, id
    FROM fits
    WHERE (word, sort_key) <= ($11, $12) AND (word, sort_key, id) < ($11, $12, $2)
    ORDER BY word DESC, sort_key DESC, id DESC
    LIMIT $3) AS found
CROSS JOIN credential_row
WHERE credential_row.institution = $1 AND credential_row.id = found.id
ORDER BY found.word DESC, found.sort_key DESC, found.id DESC

-- The rows before a time ($11, and by $2 where several have it), the newest first, none before $12.
SELECT found.proposed AS found_time, credential_row.*
FROM (
    SELECT proposed, id
    FROM fits
    WHERE proposed >= $12 AND proposed <= $11 AND (proposed, id) < ($11, $2)
    ORDER BY proposed DESC, id DESC
    LIMIT $3) AS found
CROSS JOIN credential_row
WHERE credential_row.institution = $1 AND credential_row.id = found.id
ORDER BY found.proposed DESC, found.id DESC

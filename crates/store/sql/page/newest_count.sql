-- How many there are before a time ($11, $2), none before $12, counted no further than $3.
SELECT COUNT(*) AS total
FROM (
    SELECT 1 AS one
    FROM fits
    WHERE proposed >= $12 AND proposed <= $11 AND (proposed, id) < ($11, $2)
    ORDER BY proposed DESC, id DESC
    LIMIT $3) AS found

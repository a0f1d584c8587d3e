-- How many stand after a place ($11, $12, $2), counted no further than $3.
SELECT COUNT(*) AS total
FROM (
    SELECT 1 AS one
    FROM fits
    WHERE (word, sort_key) >= ($11, $12) AND (word, sort_key, id) > ($11, $12, $2)
    LIMIT $3) AS found

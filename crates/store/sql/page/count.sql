-- How many stand after a place ($2, $3, $4), counted no further than $5.
SELECT COUNT(*) AS total
FROM (
    SELECT 1 AS one
    FROM fits
    WHERE (word, sort_key) >= ($2, $3) AND (word, sort_key, id) > ($2, $3, $4)
    LIMIT $5) AS found

-- How many words of names lie between $2 and $3, counted no further than $4.
SELECT COUNT(*) AS many
FROM (
    SELECT 1 AS one
    FROM person_word
    WHERE institution = $1 AND word >= $2 AND word < $3
    LIMIT $4) AS found

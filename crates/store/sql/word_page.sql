-- Words of the people after one. The page's length stands here: of a length it does not know PostgreSQL expects a tenth of the table.
SELECT person, word
FROM person_word
WHERE institution = $1 AND person > $2
ORDER BY person, word
LIMIT 4000

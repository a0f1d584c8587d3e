-- As word_page, for engines with many writers: the rows are locked, so that nobody puts other words in their place meanwhile.
SELECT person, word
FROM person_word
WHERE institution = $1 AND person > $2
ORDER BY person, word
LIMIT 4000
FOR UPDATE

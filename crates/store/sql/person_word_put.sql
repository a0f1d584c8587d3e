INSERT INTO person_word (institution, person, word, sort_key, beginnings)
VALUES ($1, $2, $3, $4, $5)

INSERT INTO person_word (institution, person, word, sort_key)
VALUES ($1, $2, $3, $4)

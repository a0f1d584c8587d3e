INSERT INTO person_word (institution, person, word)
VALUES ($1, $2, $3)

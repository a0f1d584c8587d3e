-- One file for each engine, since they write an empty string of bytes in another way.
--
-- Words of names with the sort keys of who bears them: a search by the beginning of a word reads this index alone, and in
-- the order in which it answers. An older program leaves the key empty: whom it writes comes first among the bearers of a word.
ALTER TABLE person_word ADD COLUMN sort_key BYTEA NOT NULL DEFAULT '';

-- In one statement, since until the keys are there a search shows people in a wrong order.
UPDATE person_word
SET sort_key = (
    SELECT person.sort_key FROM person
    WHERE person.institution = person_word.institution AND person.id = person_word.person);

CREATE INDEX person_word_found ON person_word (institution, word, sort_key, person);

DROP INDEX person_word_prefix;

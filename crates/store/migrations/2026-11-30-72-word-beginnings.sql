-- With each word of a name the beginnings of all words of that name, as bits (`src/beginnings.rs`), in the index by which a search goes: who
-- cannot bear the other words that are searched for is passed over without being looked up. -1 has all bits, so a row that nobody has filled yet, or that
-- an older program writes, is looked up as before. The program fills the rows of before (`src/word_begin.rs`), some thousand at a time.
ALTER TABLE person_word ADD COLUMN beginnings BIGINT NOT NULL DEFAULT -1;

CREATE INDEX person_word_sought ON person_word (institution, word, sort_key, person, beginnings);

DROP INDEX person_word_found;

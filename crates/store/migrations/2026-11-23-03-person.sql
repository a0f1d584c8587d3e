-- People as their institution knows them. Sort and search keys come from the caller: engines do not agree on Czech.
CREATE TABLE person (
    institution   TEXT   NOT NULL REFERENCES institution (id),
    id            TEXT   NOT NULL,
    given_name    TEXT,
    family_name   TEXT,
    titles_before TEXT,
    titles_after  TEXT,
    born          TEXT   NOT NULL,
    birth_place   TEXT,
    email         TEXT,
    sort_key      BYTEA  NOT NULL,
    changed       BIGINT NOT NULL,
    PRIMARY KEY (institution, id)
);

CREATE INDEX person_order ON person (institution, sort_key, id);

CREATE TABLE person_word (
    institution TEXT  NOT NULL,
    person      TEXT  NOT NULL,
    word        BYTEA NOT NULL,
    PRIMARY KEY (institution, person, word),
    FOREIGN KEY (institution, person) REFERENCES person (institution, id) ON DELETE CASCADE
);

CREATE INDEX person_word_prefix ON person_word (institution, word);

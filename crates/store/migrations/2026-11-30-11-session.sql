-- Sessions and one-time tokens anew, each row with a code under a key that is not in the database: a row that anybody else writes
-- opens nothing. Whoever was signed in signs in again.
DROP TABLE session;

DROP TABLE login_token;

CREATE TABLE login_token (
    digest      TEXT   NOT NULL PRIMARY KEY,
    role        TEXT   NOT NULL,
    institution TEXT   REFERENCES institution (id),
    person      TEXT,
    account     TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    expires     BIGINT NOT NULL,
    code        TEXT   NOT NULL
);

CREATE TABLE session (
    digest      TEXT   NOT NULL PRIMARY KEY,
    id          TEXT   NOT NULL UNIQUE,
    role        TEXT   NOT NULL,
    institution TEXT   REFERENCES institution (id),
    person      TEXT,
    account     TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    seen        BIGINT NOT NULL,
    expires     BIGINT NOT NULL,
    code        TEXT   NOT NULL
);

CREATE INDEX session_account ON session (account);

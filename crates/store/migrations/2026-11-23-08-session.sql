-- Who is logged in, and who may log in once. Tokens themselves are nowhere here: `digest` is their SHA-256.
CREATE TABLE login_token (
    digest      TEXT   NOT NULL PRIMARY KEY,
    role        TEXT   NOT NULL,
    institution TEXT   REFERENCES institution (id),
    person      TEXT,
    account     TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    expires     BIGINT NOT NULL,
    used        BIGINT
);

CREATE TABLE session (
    digest      TEXT   NOT NULL PRIMARY KEY,
    role        TEXT   NOT NULL,
    institution TEXT   REFERENCES institution (id),
    person      TEXT,
    account     TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    expires     BIGINT NOT NULL
);

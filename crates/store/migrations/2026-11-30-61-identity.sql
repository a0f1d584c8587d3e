-- Signing in with an identity of a university or a state. `subject` is an HMAC of provider and subject under a key that is not in the
-- database: a copy of this table tells nobody's number. Each row carries a code, as sessions do.
CREATE TABLE identity (
    provider   TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    account    TEXT   NOT NULL REFERENCES account (id),
    first_seen BIGINT NOT NULL,
    last_seen  BIGINT NOT NULL,
    level      TEXT   NOT NULL,
    code       TEXT   NOT NULL,
    PRIMARY KEY (provider, subject)
);

CREATE INDEX identity_account ON identity (account);

-- Somebody who was sent to a provider and has not come back yet.
CREATE TABLE login_attempt (
    state    TEXT   NOT NULL PRIMARY KEY,
    provider TEXT   NOT NULL,
    browser  TEXT   NOT NULL,
    onward   TEXT,
    language TEXT   NOT NULL,
    max_age  BIGINT,
    expires  BIGINT NOT NULL,
    used     BIGINT,
    code     TEXT   NOT NULL
);

CREATE INDEX login_attempt_expires ON login_attempt (expires);

-- What a session rests on when a provider vouched for it: `roles` are those that followed from its claims at that sign-in.
CREATE TABLE session_identity (
    session       TEXT   NOT NULL PRIMARY KEY REFERENCES session (digest) ON DELETE CASCADE,
    provider      TEXT   NOT NULL,
    sid           TEXT,
    level         TEXT   NOT NULL,
    authenticated BIGINT NOT NULL,
    institution   TEXT   REFERENCES institution (id),
    person        TEXT,
    roles         TEXT   NOT NULL,
    code          TEXT   NOT NULL
);

CREATE INDEX session_identity_person ON session_identity (institution, person);

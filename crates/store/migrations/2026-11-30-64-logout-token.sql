-- Orders of login providers to end sessions: each counts once. `id` is the SHA-256 of the token's own name.
CREATE TABLE logout_token (
    provider TEXT   NOT NULL,
    id       TEXT   NOT NULL,
    expires  BIGINT NOT NULL,
    PRIMARY KEY (provider, id)
);

CREATE INDEX logout_token_expires ON logout_token (expires);

CREATE INDEX session_identity_sid ON session_identity (provider, sid);

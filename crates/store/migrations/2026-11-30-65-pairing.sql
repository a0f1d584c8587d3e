-- A second identity for an account: the question says whose account it is for, and keeps the identity that was recognised until its owner has
-- confirmed that both are theirs. `pair_subject` is an HMAC, as `identity.subject` is.
ALTER TABLE login_attempt ADD COLUMN pair_account TEXT;
ALTER TABLE login_attempt ADD COLUMN pair_subject TEXT;
ALTER TABLE login_attempt ADD COLUMN pair_level TEXT;

-- Who an account is in an institution's records, so that its owner gets to their own by any of their identities, also after the institution's own is gone.
CREATE TABLE belonging (
    account     TEXT   NOT NULL REFERENCES account (id),
    institution TEXT   NOT NULL REFERENCES institution (id),
    person      TEXT   NOT NULL,
    provider    TEXT   NOT NULL,
    since       BIGINT NOT NULL,
    code        TEXT   NOT NULL,
    PRIMARY KEY (account, institution)
);

CREATE INDEX belonging_person ON belonging (institution, person);

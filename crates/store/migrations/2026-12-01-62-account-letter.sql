-- Where whoever has an account is written to: as their login provider said at their last sign-in, with what it said of their place then, which gives
-- no right. `digest_due`: when it is looked at next what work waits for them.
CREATE TABLE account_contact (
    account      TEXT   NOT NULL REFERENCES account (id),
    provider     TEXT   NOT NULL,
    email        TEXT,
    email_before TEXT,
    language     TEXT   NOT NULL,
    institution  TEXT   REFERENCES institution (id),
    person       TEXT,
    roles        TEXT   NOT NULL,
    seen         BIGINT NOT NULL,
    digest_due   BIGINT,
    PRIMARY KEY (account, provider)
);

CREATE INDEX account_contact_digest ON account_contact (digest_due) WHERE digest_due IS NOT NULL;

CREATE INDEX account_contact_seen ON account_contact (seen);

CREATE INDEX account_contact_person ON account_contact (institution, person);

-- E-mails to accounts: as `notice`, but about no credential.
CREATE TABLE account_letter (
    id          TEXT   NOT NULL PRIMARY KEY,
    account     TEXT   NOT NULL,
    provider    TEXT   NOT NULL,
    at_before   BIGINT NOT NULL,
    institution TEXT   REFERENCES institution (id),
    kind        TEXT   NOT NULL,
    about       TEXT,
    state       TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    due         BIGINT NOT NULL,
    tries       BIGINT NOT NULL,
    first_try   BIGINT,
    lease_owner TEXT   NOT NULL,
    last_code   TEXT,
    ended       BIGINT,
    FOREIGN KEY (account, provider) REFERENCES account_contact (account, provider) ON DELETE CASCADE
);

CREATE INDEX account_letter_waiting ON account_letter (due, id) WHERE state = 'waiting';

CREATE INDEX account_letter_contact ON account_letter (account, provider);

CREATE INDEX account_letter_created ON account_letter (created);

-- Kinds of e-mails that somebody does not want.
CREATE TABLE letter_refusal (
    account TEXT   NOT NULL REFERENCES account (id),
    kind    TEXT   NOT NULL,
    PRIMARY KEY (account, kind)
);

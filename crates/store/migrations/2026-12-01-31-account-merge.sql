-- Two accounts of one person become one: identities and belongings go over to the account that stays, and the row says which went, so that an
-- operator can put them back for a while. No ledger changes: what an account did before stays written under it.
CREATE TABLE account_merge (
    id           TEXT   NOT NULL PRIMARY KEY,
    account      TEXT   NOT NULL REFERENCES account (id),
    merged       TEXT   NOT NULL REFERENCES account (id),
    identities   TEXT   NOT NULL,
    institutions TEXT   NOT NULL,
    happened     BIGINT NOT NULL,
    undone       BIGINT,
    undone_by    TEXT,
    reason       TEXT,
    code         TEXT   NOT NULL
);

CREATE INDEX account_merge_happened ON account_merge (happened);

-- Who an identity that was recognised for an account is in its provider's institution.
ALTER TABLE login_attempt ADD COLUMN pair_institution TEXT;
ALTER TABLE login_attempt ADD COLUMN pair_person TEXT;

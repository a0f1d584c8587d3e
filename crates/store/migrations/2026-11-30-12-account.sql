-- Who may act, and as what. Each row carries a code, as sessions do.
CREATE TABLE account (
    id      TEXT   NOT NULL PRIMARY KEY,
    name    TEXT   NOT NULL,
    state   TEXT   NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    code    TEXT   NOT NULL
);

-- `institution` is empty for roles outside institutions.
CREATE TABLE account_role (
    account     TEXT   NOT NULL REFERENCES account (id),
    institution TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    person      TEXT,
    ends        BIGINT,
    granted_by  TEXT   NOT NULL,
    granted     BIGINT NOT NULL,
    code        TEXT   NOT NULL,
    PRIMARY KEY (account, institution, role)
);

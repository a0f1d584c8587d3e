-- What became of the roles of accounts: each one that was given or ended, by whom, in which role and why. `institution` is empty for roles outside
-- institutions, `scope` where a role reaches all of one.
CREATE TABLE grant_event (
    institution TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    happened    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    scope       TEXT   NOT NULL,
    person      TEXT,
    ends        BIGINT,
    by_account  TEXT   NOT NULL,
    by_role     TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    PRIMARY KEY (institution, sequence)
);

CREATE INDEX account_role_of_institution ON account_role (institution, role, account);

CREATE INDEX account_role_of_person ON account_role (institution, person);

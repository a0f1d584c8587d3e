-- People whom a national identity names and whom the records of an institution may know, for somebody of the institution to look at.
CREATE TABLE person_claim (
    institution TEXT   NOT NULL REFERENCES institution (id),
    id          TEXT   NOT NULL,
    provider    TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    level       TEXT   NOT NULL,
    given_name  TEXT   NOT NULL,
    family_name TEXT   NOT NULL,
    born        TEXT   NOT NULL,
    credential  TEXT,
    asked       BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    person      TEXT,
    decided     BIGINT,
    decided_by  TEXT,
    reason      TEXT,
    code        TEXT   NOT NULL,
    PRIMARY KEY (institution, id)
);

CREATE INDEX person_claim_state ON person_claim (institution, state, asked);
CREATE INDEX person_claim_subject ON person_claim (institution, provider, subject);
CREATE INDEX person_claim_person ON person_claim (institution, person);

CREATE INDEX person_born ON person (institution, born, id);

-- Whether whoever is signed in looks for more of their own in the records, and so is recognised once more.
ALTER TABLE login_attempt ADD COLUMN seeks BIGINT;

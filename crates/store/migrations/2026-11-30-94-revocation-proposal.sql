-- Revocations of several credentials at once: what is to be revoked and why (JSON, as the caller reads it), who said so, who agreed where two are
-- needed, and what became of each credential.
CREATE TABLE revocation_proposal (
    institution TEXT   NOT NULL REFERENCES institution (id),
    id          TEXT   NOT NULL,
    by_account  TEXT   NOT NULL,
    by_person   TEXT,
    revoked     TEXT   NOT NULL,
    many        BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    proposed    BIGINT NOT NULL,
    ends        BIGINT NOT NULL,
    decided     BIGINT,
    decided_by  TEXT,
    PRIMARY KEY (institution, id)
);

CREATE INDEX revocation_proposal_state ON revocation_proposal (institution, state, proposed, id);

CREATE TABLE revocation_item (
    institution TEXT NOT NULL,
    proposal    TEXT NOT NULL,
    credential  TEXT NOT NULL,
    outcome     TEXT,
    PRIMARY KEY (institution, proposal, credential),
    FOREIGN KEY (institution, proposal) REFERENCES revocation_proposal (institution, id),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);

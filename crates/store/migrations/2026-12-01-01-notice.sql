-- Letters that tell people what became of their micro-credentials: written in the transaction of what they tell, sent by whoever claims them. The
-- address is not here: it is looked up when a letter is sent.
CREATE TABLE notice (
    institution TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    credential  TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    due         BIGINT NOT NULL,
    tries       BIGINT NOT NULL,
    first_try   BIGINT,
    lease_owner TEXT   NOT NULL,
    last_code   TEXT,
    ended       BIGINT,
    PRIMARY KEY (institution, id),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);

CREATE INDEX notice_of_credential ON notice (institution, credential, created);

CREATE INDEX notice_waiting ON notice (due, id) WHERE state = 'waiting';

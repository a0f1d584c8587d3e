-- One log an institution over all its ledgers, and one of the service itself (an empty institution): each entry carries the
-- hash of the one before. `log_head` is where the next one goes on; what it says is proved by the entries alone.
CREATE TABLE log_entry (
    institution TEXT   NOT NULL,
    position    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    credential  TEXT,
    hash        TEXT   NOT NULL,
    canonical   TEXT   NOT NULL,
    mac         TEXT,
    PRIMARY KEY (institution, position)
);

CREATE INDEX log_entry_credential ON log_entry (institution, credential, position);

CREATE TABLE log_head (
    institution TEXT   NOT NULL PRIMARY KEY,
    length      BIGINT NOT NULL,
    head        TEXT   NOT NULL
);

-- Security events: which account did or was refused what, and when. Rows are only ever added, and swept out when they are old.
CREATE TABLE security_event (
    id          TEXT   NOT NULL PRIMARY KEY,
    happened    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    role        TEXT,
    institution TEXT,
    action      TEXT,
    object      TEXT,
    denial      TEXT,
    times       BIGINT NOT NULL
);

CREATE INDEX security_event_happened ON security_event (happened, id);

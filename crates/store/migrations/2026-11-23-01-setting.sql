-- Settings of the service that change while it runs.
CREATE TABLE setting (
    name    TEXT   NOT NULL PRIMARY KEY,
    value   TEXT   NOT NULL,
    changed BIGINT NOT NULL
);

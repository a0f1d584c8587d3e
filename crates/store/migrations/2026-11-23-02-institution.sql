-- Institutions, and the units of learning each has approved, every version kept.
CREATE TABLE institution (
    id       TEXT   NOT NULL PRIMARY KEY,
    document TEXT   NOT NULL,
    created  BIGINT NOT NULL,
    changed  BIGINT NOT NULL
);

CREATE TABLE unit (
    institution TEXT   NOT NULL REFERENCES institution (id),
    id          TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    title_cs    TEXT   NOT NULL,
    title_en    TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    PRIMARY KEY (institution, id, version)
);

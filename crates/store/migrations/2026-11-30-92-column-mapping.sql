-- What the columns of a batch's file stand for where its headings do not say so, and what was said last for each unit (JSON, as the caller reads it).
ALTER TABLE batch ADD COLUMN mapping TEXT NOT NULL DEFAULT '{}';

CREATE TABLE column_mapping (
    institution TEXT   NOT NULL REFERENCES institution (id),
    unit        TEXT   NOT NULL,
    mapping     TEXT   NOT NULL,
    changed     BIGINT NOT NULL,
    PRIMARY KEY (institution, unit)
);

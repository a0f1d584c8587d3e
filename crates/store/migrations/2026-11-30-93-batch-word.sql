-- Who said that a batch shall be issued, who agreed where the institution wants two, and who stopped what still waited.
ALTER TABLE batch ADD COLUMN begun BIGINT;

ALTER TABLE batch ADD COLUMN begun_by TEXT;

ALTER TABLE batch ADD COLUMN begun_person TEXT;

ALTER TABLE batch ADD COLUMN confirmed BIGINT;

ALTER TABLE batch ADD COLUMN confirmed_by TEXT;

ALTER TABLE batch ADD COLUMN stopped BIGINT;

ALTER TABLE batch ADD COLUMN stopped_by TEXT;

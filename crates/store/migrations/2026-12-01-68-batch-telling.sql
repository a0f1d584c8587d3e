-- When it is looked at next whether whoever had a batch issued can be told how it ended, and whether they were told that some of it fails. What was begun
-- before is told to nobody.
ALTER TABLE batch ADD COLUMN telling BIGINT;

ALTER TABLE batch ADD COLUMN failure_told BIGINT NOT NULL DEFAULT 0;

CREATE INDEX batch_telling ON batch (telling) WHERE telling IS NOT NULL;

-- One file for each engine, since triggers are written in another way in each.
--
-- What statistics tell of results, of the way from an assessment to its credential, and of holders. Of each run how many completed it and how many
-- failed, counted with its other counts. Of each credential the instant at which the day of its assessment began, unknown of what was proposed before,
-- and whether its holder has opened it. By triggers, of credentials whose assessment is known: how many days passed from that day to the seal,
-- how many were sealed, and how many of those their holders opened. A correction is not counted: it is late by nature.
ALTER TABLE run ADD COLUMN completed BIGINT NOT NULL DEFAULT 0;

ALTER TABLE run ADD COLUMN failed BIGINT NOT NULL DEFAULT 0;

UPDATE run
SET completed = (SELECT COUNT(*) FROM participant AS p
                 WHERE p.institution = run.institution AND p.unit = run.unit AND p.run = run.id AND p.state = 'completed'),
    failed = (SELECT COUNT(*) FROM participant AS p
              WHERE p.institution = run.institution AND p.unit = run.unit AND p.run = run.id AND p.state = 'failed');

ALTER TABLE credential ADD COLUMN assessed BIGINT;

ALTER TABLE credential ADD COLUMN opened BIGINT NOT NULL DEFAULT 0;

CREATE TABLE assessment_wait_count (
    institution TEXT   NOT NULL,
    days        BIGINT NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, days)
);

CREATE TABLE opened_count (
    institution TEXT   NOT NULL PRIMARY KEY,
    sealed      BIGINT NOT NULL,
    opened      BIGINT NOT NULL
);

CREATE TRIGGER credential_assessed AFTER UPDATE OF stage ON credential
WHEN NEW.stage = 'sealed' AND OLD.stage NOT IN ('sealed', 'delivered') AND NEW.assessed IS NOT NULL AND NEW.revision = 0
BEGIN
    INSERT INTO assessment_wait_count (institution, days, many)
    VALUES (NEW.institution, MAX(NEW.dated - NEW.assessed, 0) / 86400000, 1)
    ON CONFLICT (institution, days) DO UPDATE SET many = many + 1;
    INSERT INTO opened_count (institution, sealed, opened)
    VALUES (NEW.institution, 1, 0)
    ON CONFLICT (institution) DO UPDATE SET sealed = sealed + 1;
END;

CREATE TRIGGER credential_opened AFTER UPDATE OF opened ON credential
WHEN NEW.opened = 1 AND OLD.opened = 0 AND NEW.assessed IS NOT NULL AND NEW.revision = 0
BEGIN
    UPDATE opened_count
    SET opened = opened + 1
    WHERE institution = NEW.institution;
END;

-- One file for each engine, since triggers are written in another way in each.
--
-- How many credentials of an institution stand where. Kept by triggers, so that it is right whichever program writes.
CREATE TABLE credential_count (
    institution TEXT   NOT NULL REFERENCES institution (id),
    stage       TEXT   NOT NULL,
    status      TEXT   NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, stage, status)
);

INSERT INTO credential_count (institution, stage, status, many)
SELECT institution, stage, status, COUNT(*)
FROM credential
GROUP BY institution, stage, status;

CREATE TRIGGER credential_counted_in AFTER INSERT ON credential
BEGIN
    INSERT INTO credential_count (institution, stage, status, many)
    VALUES (NEW.institution, NEW.stage, NEW.status, 1)
    ON CONFLICT (institution, stage, status) DO UPDATE SET many = many + 1;
END;

CREATE TRIGGER credential_counted_over AFTER UPDATE OF stage, status ON credential
WHEN NEW.stage <> OLD.stage OR NEW.status <> OLD.status
BEGIN
    UPDATE credential_count
    SET many = many - 1
    WHERE institution = OLD.institution AND stage = OLD.stage AND status = OLD.status;
    INSERT INTO credential_count (institution, stage, status, many)
    VALUES (NEW.institution, NEW.stage, NEW.status, 1)
    ON CONFLICT (institution, stage, status) DO UPDATE SET many = many + 1;
END;

CREATE TRIGGER credential_counted_out AFTER DELETE ON credential
BEGIN
    UPDATE credential_count
    SET many = many - 1
    WHERE institution = OLD.institution AND stage = OLD.stage AND status = OLD.status;
END;

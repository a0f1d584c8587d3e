-- One file for each engine, since triggers are written in another way in each.
--
-- What statistics are made of, kept by triggers, so that nobody counts a whole register for a page: how many credentials of a unit were sealed in which
-- hour (hours since 1970, so that days and months can be told by the clock of the institutions), how many hours they had waited for that since
-- their results were accepted, and for which reasons credentials were revoked and corrected.
CREATE TABLE issued_count (
    institution TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    hour        BIGINT NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, hour, unit)
);

CREATE TABLE wait_count (
    institution TEXT   NOT NULL,
    hours       BIGINT NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, hours)
);

CREATE TABLE reason_count (
    institution TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, kind, reason)
);

INSERT INTO issued_count (institution, unit, hour, many)
SELECT institution, unit, dated / 3600000, COUNT(*)
FROM credential
WHERE stage IN ('sealed', 'delivered') AND dated IS NOT NULL
GROUP BY institution, unit, dated / 3600000;

INSERT INTO wait_count (institution, hours, many)
SELECT institution, (dated - proposed) / 3600000, COUNT(*)
FROM credential
WHERE stage IN ('sealed', 'delivered') AND dated >= proposed
GROUP BY institution, (dated - proposed) / 3600000;

INSERT INTO reason_count (institution, kind, reason, many)
SELECT institution, kind, reason, COUNT(*)
FROM (
    SELECT event.institution, event.kind, CASE WHEN json_valid(event.canonical) THEN COALESCE(json_extract(event.canonical, '$.event.revoked.reason'),
    json_extract(event.canonical, '$.event.proposed.correction.reason')) END AS reason
    FROM event
    WHERE event.kind IN ('proposed', 'revoked')) AS told
WHERE reason IS NOT NULL
GROUP BY institution, kind, reason;

CREATE TRIGGER credential_issued AFTER UPDATE OF stage ON credential
WHEN NEW.stage = 'sealed' AND OLD.stage NOT IN ('sealed', 'delivered') AND NEW.dated IS NOT NULL
BEGIN
    INSERT INTO issued_count (institution, unit, hour, many)
    VALUES (NEW.institution, NEW.unit, NEW.dated / 3600000, 1)
    ON CONFLICT (institution, hour, unit) DO UPDATE SET many = many + 1;
    INSERT INTO wait_count (institution, hours, many)
    VALUES (NEW.institution, MAX(NEW.dated - NEW.proposed, 0) / 3600000, 1)
    ON CONFLICT (institution, hours) DO UPDATE SET many = many + 1;
END;

CREATE TRIGGER event_reason AFTER INSERT ON event
WHEN NEW.kind IN ('proposed', 'revoked')
    AND CASE WHEN json_valid(NEW.canonical) THEN COALESCE(json_extract(NEW.canonical, '$.event.revoked.reason'),
    json_extract(NEW.canonical, '$.event.proposed.correction.reason')) END IS NOT NULL
BEGIN
    INSERT INTO reason_count (institution, kind, reason, many)
    VALUES (NEW.institution, NEW.kind, CASE WHEN json_valid(NEW.canonical) THEN COALESCE(json_extract(NEW.canonical, '$.event.revoked.reason'),
    json_extract(NEW.canonical, '$.event.proposed.correction.reason')) END, 1)
    ON CONFLICT (institution, kind, reason) DO UPDATE SET many = many + 1;
END;

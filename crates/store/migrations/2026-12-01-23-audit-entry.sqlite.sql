-- One file for each engine, since triggers are written in another way in each.
--
-- What people and programs did: each entry of a ledger, and each role that was given or ended, by whom. What the service does by itself
-- is left out. Kept by triggers, so that it is right whichever program writes; what happened stands in the ledgers and is read there.
CREATE TABLE audit_entry (
    institution TEXT   NOT NULL,
    happened    BIGINT NOT NULL,
    id          TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    credential  TEXT,
    unit        TEXT,
    sequence    BIGINT NOT NULL,
    PRIMARY KEY (institution, happened, id)
);

CREATE INDEX audit_entry_of_account ON audit_entry (institution, account, happened, id);

CREATE INDEX audit_entry_of_credential ON audit_entry (institution, credential, happened, id);

CREATE INDEX audit_entry_of_kind ON audit_entry (institution, kind, happened, id);

CREATE INDEX audit_entry_of_unit ON audit_entry (institution, unit, happened, id);

INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
SELECT event.institution, event.happened, 'credential:' || event.credential || ':' || event.sequence,
    'credential.' || event.kind, CASE WHEN json_valid(event.canonical) THEN json_extract(event.canonical, '$.by') END, event.credential, credential.unit, event.sequence
FROM event
JOIN credential ON credential.institution = event.institution AND credential.id = event.credential
WHERE CASE WHEN json_valid(event.canonical) THEN json_extract(event.canonical, '$.by') END <> 'signet';

INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
SELECT unit_event.institution, unit_event.happened, 'unit:' || unit_event.unit || ':' || unit_event.sequence,
    'unit.' || unit_event.kind, CASE WHEN json_valid(unit_event.canonical) THEN json_extract(unit_event.canonical, '$.by') END, NULL, unit_event.unit, unit_event.sequence
FROM unit_event
WHERE CASE WHEN json_valid(unit_event.canonical) THEN json_extract(unit_event.canonical, '$.by') END <> 'signet';

INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
SELECT grant_event.institution, grant_event.happened, 'role:' || grant_event.sequence, 'role.' || grant_event.kind, grant_event.by_account,
    NULL, NULL, grant_event.sequence
FROM grant_event
WHERE grant_event.institution <> '';

CREATE TRIGGER event_audited AFTER INSERT ON event
WHEN CASE WHEN json_valid(NEW.canonical) THEN json_extract(NEW.canonical, '$.by') END <> 'signet'
BEGIN
    INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
    SELECT NEW.institution, NEW.happened, 'credential:' || NEW.credential || ':' || NEW.sequence,
        'credential.' || NEW.kind, CASE WHEN json_valid(NEW.canonical) THEN json_extract(NEW.canonical, '$.by') END, NEW.credential, credential.unit, NEW.sequence
    FROM credential
    WHERE credential.institution = NEW.institution AND credential.id = NEW.credential;
END;

CREATE TRIGGER unit_event_audited AFTER INSERT ON unit_event
WHEN CASE WHEN json_valid(NEW.canonical) THEN json_extract(NEW.canonical, '$.by') END <> 'signet'
BEGIN
    INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
    SELECT NEW.institution, NEW.happened, 'unit:' || NEW.unit || ':' || NEW.sequence,
        'unit.' || NEW.kind, CASE WHEN json_valid(NEW.canonical) THEN json_extract(NEW.canonical, '$.by') END, NULL, NEW.unit, NEW.sequence;
END;

CREATE TRIGGER grant_event_audited AFTER INSERT ON grant_event
WHEN NEW.institution <> ''
BEGIN
    INSERT INTO audit_entry (institution, happened, id, kind, account, credential, unit, sequence)
    SELECT NEW.institution, NEW.happened, 'role:' || NEW.sequence, 'role.' || NEW.kind, NEW.by_account,
        NULL, NULL, NEW.sequence;
END;

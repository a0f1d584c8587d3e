-- The history of roles is only ever added to. Triggers are written otherwise in each engine.

CREATE TRIGGER grant_event_no_update BEFORE UPDATE ON grant_event
BEGIN
    SELECT RAISE(ABORT, 'grant_event: rows are only ever added');
END;

CREATE TRIGGER grant_event_no_delete BEFORE DELETE ON grant_event
BEGIN
    SELECT RAISE(ABORT, 'grant_event: rows are only ever added');
END;

CREATE TRIGGER grant_event_no_replace BEFORE INSERT ON grant_event
WHEN EXISTS (SELECT 1 FROM grant_event WHERE institution = NEW.institution AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'grant_event: rows are only ever added');
END;

-- The ledgers of units and their approved versions are only ever added to. Triggers are written otherwise in each engine.

CREATE TRIGGER unit_event_no_update BEFORE UPDATE ON unit_event
BEGIN
    SELECT RAISE(ABORT, 'unit_event: rows are only ever added');
END;

CREATE TRIGGER unit_event_no_delete BEFORE DELETE ON unit_event
BEGIN
    SELECT RAISE(ABORT, 'unit_event: rows are only ever added');
END;

CREATE TRIGGER unit_event_no_replace BEFORE INSERT ON unit_event
WHEN EXISTS (SELECT 1 FROM unit_event
             WHERE institution = NEW.institution AND unit = NEW.unit AND sequence = NEW.sequence) OR EXISTS (SELECT 1 FROM unit_event WHERE hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'unit_event: rows are only ever added');
END;

CREATE TRIGGER unit_version_no_update BEFORE UPDATE ON unit_version
BEGIN
    SELECT RAISE(ABORT, 'unit_version: rows are only ever added');
END;

CREATE TRIGGER unit_version_no_delete BEFORE DELETE ON unit_version
BEGIN
    SELECT RAISE(ABORT, 'unit_version: rows are only ever added');
END;

CREATE TRIGGER unit_version_no_replace BEFORE INSERT ON unit_version
WHEN EXISTS (SELECT 1 FROM unit_version
             WHERE institution = NEW.institution AND unit = NEW.unit AND version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'unit_version: rows are only ever added');
END;

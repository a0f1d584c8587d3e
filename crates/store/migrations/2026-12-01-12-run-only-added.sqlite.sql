-- What happened to runs and how results changed is only ever added to. Triggers are written otherwise in each engine.

CREATE TRIGGER run_event_no_update BEFORE UPDATE ON run_event
BEGIN
    SELECT RAISE(ABORT, 'run_event: rows are only ever added');
END;

CREATE TRIGGER run_event_no_delete BEFORE DELETE ON run_event
BEGIN
    SELECT RAISE(ABORT, 'run_event: rows are only ever added');
END;

CREATE TRIGGER run_event_no_replace BEFORE INSERT ON run_event
WHEN EXISTS (SELECT 1 FROM run_event
             WHERE institution = NEW.institution AND unit = NEW.unit AND run = NEW.run AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'run_event: rows are only ever added');
END;

CREATE TRIGGER result_entry_no_update BEFORE UPDATE ON result_entry
BEGIN
    SELECT RAISE(ABORT, 'result_entry: rows are only ever added');
END;

CREATE TRIGGER result_entry_no_delete BEFORE DELETE ON result_entry
BEGIN
    SELECT RAISE(ABORT, 'result_entry: rows are only ever added');
END;

CREATE TRIGGER result_entry_no_replace BEFORE INSERT ON result_entry
WHEN EXISTS (SELECT 1 FROM result_entry
             WHERE institution = NEW.institution AND unit = NEW.unit AND run = NEW.run AND person = NEW.person AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'result_entry: rows are only ever added');
END;

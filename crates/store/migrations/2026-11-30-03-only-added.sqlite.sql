-- Ledgers, logs, places in status lists and words of custodians are only ever added to. SQLite has no rights of roles, so
-- triggers refuse; `OR REPLACE` would delete without asking them, so it is refused where a row stands already. `fsck` looks
-- whether they are there.

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'event: rows are only ever added');
END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'event: rows are only ever added');
END;

CREATE TRIGGER event_no_replace BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event 
             WHERE institution = NEW.institution AND credential = NEW.credential AND sequence = NEW.sequence)
     OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'event: rows are only ever added');
END;

CREATE TRIGGER event_artefact_no_update BEFORE UPDATE ON event_artefact
BEGIN
    SELECT RAISE(ABORT, 'event_artefact: rows are only ever added');
END;

CREATE TRIGGER event_artefact_no_delete BEFORE DELETE ON event_artefact
BEGIN
    SELECT RAISE(ABORT, 'event_artefact: rows are only ever added');
END;

CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry: rows are only ever added');
END;

CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry: rows are only ever added');
END;

CREATE TRIGGER log_entry_no_replace BEFORE INSERT ON log_entry
WHEN EXISTS (SELECT 1 FROM log_entry WHERE institution = NEW.institution AND position = NEW.position)
BEGIN
    SELECT RAISE(ABORT, 'log_entry: rows are only ever added');
END;

CREATE TRIGGER seal_stop_no_update BEFORE UPDATE ON seal_stop
BEGIN
    SELECT RAISE(ABORT, 'seal_stop: rows are only ever added');
END;

CREATE TRIGGER seal_stop_no_delete BEFORE DELETE ON seal_stop
BEGIN
    SELECT RAISE(ABORT, 'seal_stop: rows are only ever added');
END;

CREATE TRIGGER seal_stop_no_replace BEFORE INSERT ON seal_stop
WHEN EXISTS (SELECT 1 FROM seal_stop WHERE sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'seal_stop: rows are only ever added');
END;

CREATE TRIGGER seal_use_no_update BEFORE UPDATE ON seal_use
BEGIN
    SELECT RAISE(ABORT, 'seal_use: rows are only ever added');
END;

CREATE TRIGGER seal_use_no_delete BEFORE DELETE ON seal_use
BEGIN
    SELECT RAISE(ABORT, 'seal_use: rows are only ever added');
END;

CREATE TRIGGER seal_use_no_replace BEFORE INSERT ON seal_use
WHEN EXISTS (SELECT 1 FROM seal_use WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'seal_use: rows are only ever added');
END;

CREATE TRIGGER status_place_no_update BEFORE UPDATE ON status_place
BEGIN
    SELECT RAISE(ABORT, 'status_place: rows are only ever added');
END;

CREATE TRIGGER status_place_no_delete BEFORE DELETE ON status_place
BEGIN
    SELECT RAISE(ABORT, 'status_place: rows are only ever added');
END;

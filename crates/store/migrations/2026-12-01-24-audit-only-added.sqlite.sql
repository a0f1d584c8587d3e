-- What was done is only ever added to. Triggers are written otherwise in each engine.

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'audit_entry: rows are only ever added');
END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'audit_entry: rows are only ever added');
END;

CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry
             WHERE institution = NEW.institution AND happened = NEW.happened AND id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'audit_entry: rows are only ever added');
END;

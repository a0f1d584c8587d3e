-- What was done is only ever added to. Triggers are written otherwise in each engine.
CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

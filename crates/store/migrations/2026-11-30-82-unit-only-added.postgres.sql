-- The ledgers of units and their approved versions are only ever added to. Triggers are written otherwise in each engine.
CREATE TRIGGER unit_event_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_event
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER unit_version_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_version
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

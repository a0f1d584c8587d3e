-- What happened to runs and how results changed is only ever added to. Triggers are written otherwise in each engine.
CREATE TRIGGER run_event_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON run_event
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER result_entry_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON result_entry
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

-- The history of roles is only ever added to. Triggers are written otherwise in each engine.
CREATE TRIGGER grant_event_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_event
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

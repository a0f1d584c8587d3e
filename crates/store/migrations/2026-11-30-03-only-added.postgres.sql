-- Ledgers, logs, places in status lists and words of custodians are only ever added to: these triggers refuse everything else,
-- to the tables' owner too. `fsck` looks whether they are there. Rights of roles (`signet migrate`) come on top.
CREATE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: rows are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER event_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER event_artefact_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON event_artefact
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER log_entry_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER seal_stop_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_stop
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER seal_use_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_use
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

CREATE TRIGGER status_place_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON status_place
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

-- One file for each engine, since triggers are written in another way in each, and SQLite keeps a table by its primary key only when told to.
--
-- The sealed files of each credential, as last renewed: a row for each kind, with the entry of the ledger that names it. So a further kind of
-- file is no further column. What stands in `credential.jsonld` and `credential.pdf` is brought over by the program (`src/file_begin.rs`), a
-- thousand credentials at a time; both columns are dropped one release later, and the trigger with them.
CREATE TABLE credential_file (
    institution TEXT   NOT NULL,
    credential  TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    digest      TEXT   NOT NULL,
    PRIMARY KEY (institution, credential, kind),
    FOREIGN KEY (institution, credential, sequence, digest)
        REFERENCES event_artefact (institution, credential, sequence, digest)
);

-- A service with least rights that writes meanwhile has none on the new table until it is given them: the functions act as the tables' owner.
-- Temporary tables come last in their search path, so that nobody puts one in place of ours.
SELECT set_config('search_path', current_setting('search_path') || ', pg_temp', true);

-- What a program of the release before writes while both run.
CREATE FUNCTION credential_file_followed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO credential_file AS kept (institution, credential, kind, sequence, digest)
    SELECT NEW.institution, NEW.id, 'jsonld', NEW.length, NEW.jsonld
    WHERE NEW.jsonld IS DISTINCT FROM OLD.jsonld AND NEW.jsonld IS NOT NULL
    UNION ALL
    SELECT NEW.institution, NEW.id, 'pdf', NEW.length, NEW.pdf
    WHERE NEW.pdf IS DISTINCT FROM OLD.pdf AND NEW.pdf IS NOT NULL
    ON CONFLICT (institution, credential, kind) DO UPDATE
    SET sequence = excluded.sequence, digest = excluded.digest
    WHERE kept.digest <> excluded.digest;
    RETURN NULL;
END
$$;

CREATE TRIGGER credential_file_follows AFTER UPDATE OF jsonld, pdf ON credential
    FOR EACH ROW WHEN (NEW.jsonld IS DISTINCT FROM OLD.jsonld OR NEW.pdf IS DISTINCT FROM OLD.pdf)
    EXECUTE FUNCTION credential_file_followed();

-- Whose protection nobody knows yet. By `waiting`, which other indices have too: with `stage` in it PostgreSQL would write every index anew when a
-- credential is delivered.
CREATE INDEX credential_unprotected ON credential (institution, id) WHERE protected_until IS NULL AND waiting = 0;

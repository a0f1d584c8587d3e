-- One file for each engine, since triggers are written in another way in each, and SQLite keeps a table by its primary key only when told to.
--
-- What status lists say of credentials that no longer hold, by list: a list is read from its own entries, and not from everything that was revoked
-- or corrected in the institution. Kept by triggers, so that it is right whichever program writes. An entry is never taken away.
CREATE TABLE status_entry (
    institution TEXT   NOT NULL,
    list        BIGINT NOT NULL,
    place       BIGINT NOT NULL,
    status      TEXT   NOT NULL,
    PRIMARY KEY (institution, list, place),
    FOREIGN KEY (institution, list, place) REFERENCES status_place (institution, list, place)
);

-- From here on no other program changes a status until the triggers stand.
LOCK TABLE credential IN SHARE ROW EXCLUSIVE MODE;

INSERT INTO status_entry (institution, list, place, status)
SELECT status_place.institution, status_place.list, status_place.place, credential.status
FROM credential
CROSS JOIN status_place
WHERE credential.status <> 'valid'
  AND status_place.institution = credential.institution AND status_place.credential = credential.id;

-- A service with least rights that writes meanwhile has none on the new table until it is given them: the functions act as the tables' owner.
-- Temporary tables come last in their search path, so that nobody puts one in place of ours.
SELECT set_config('search_path', current_setting('search_path') || ', pg_temp', true);

CREATE FUNCTION status_entry_revoked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO status_entry (institution, list, place, status)
    SELECT institution, list, place, NEW.status
    FROM status_place
    WHERE institution = NEW.institution AND credential = NEW.id
    ON CONFLICT (institution, list, place) DO UPDATE SET status = excluded.status;
    RETURN NULL;
END
$$;

CREATE TRIGGER status_entry_revoked AFTER UPDATE OF status ON credential
    FOR EACH ROW WHEN (NEW.status <> OLD.status AND NEW.status <> 'valid') EXECUTE FUNCTION status_entry_revoked();

-- A place that is given to what was revoked meanwhile. The row is locked: of a place and a revocation at once the later one sees the other.
CREATE FUNCTION status_entry_placed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    standing TEXT;
BEGIN
    SELECT status INTO standing
    FROM credential
    WHERE institution = NEW.institution AND id = NEW.credential
    FOR SHARE;
    IF standing <> 'valid' THEN
        INSERT INTO status_entry (institution, list, place, status)
        VALUES (NEW.institution, NEW.list, NEW.place, standing)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER status_entry_placed AFTER INSERT ON status_place
    FOR EACH ROW EXECUTE FUNCTION status_entry_placed();

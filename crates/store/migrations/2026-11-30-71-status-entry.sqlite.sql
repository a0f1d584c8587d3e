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
) WITHOUT ROWID;

INSERT INTO status_entry (institution, list, place, status)
SELECT status_place.institution, status_place.list, status_place.place, credential.status
FROM credential
CROSS JOIN status_place
WHERE credential.status <> 'valid'
  AND status_place.institution = credential.institution AND status_place.credential = credential.id;

CREATE TRIGGER status_entry_revoked AFTER UPDATE OF status ON credential
WHEN NEW.status <> OLD.status AND NEW.status <> 'valid'
BEGIN
    INSERT INTO status_entry (institution, list, place, status)
    SELECT institution, list, place, NEW.status
    FROM status_place
    WHERE institution = NEW.institution AND credential = NEW.id
    ON CONFLICT (institution, list, place) DO UPDATE SET status = excluded.status;
END;

-- A place that is given to what was revoked meanwhile.
CREATE TRIGGER status_entry_placed AFTER INSERT ON status_place
BEGIN
    INSERT INTO status_entry (institution, list, place, status)
    SELECT NEW.institution, NEW.list, NEW.place, status
    FROM credential
    WHERE institution = NEW.institution AND id = NEW.credential AND status <> 'valid'
    ON CONFLICT DO NOTHING;
END;

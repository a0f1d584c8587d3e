-- One file for each engine, since triggers are written in another way in each.
--
-- How many credentials of an institution stand where. Kept by a trigger, so that it is right whichever program writes. A row
-- is locked until the transaction ends; a credential only ever goes forward, so two transactions never wait for each other.
CREATE TABLE credential_count (
    institution TEXT   NOT NULL REFERENCES institution (id),
    stage       TEXT   NOT NULL,
    status      TEXT   NOT NULL,
    many        BIGINT NOT NULL,
    PRIMARY KEY (institution, stage, status)
) WITH (fillfactor = 50);

INSERT INTO credential_count (institution, stage, status, many)
SELECT institution, stage, status, COUNT(*)
FROM credential
GROUP BY institution, stage, status;

CREATE FUNCTION credential_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE credential_count
        SET many = many - 1
        WHERE institution = OLD.institution AND stage = OLD.stage AND status = OLD.status;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO credential_count AS counted (institution, stage, status, many)
        VALUES (NEW.institution, NEW.stage, NEW.status, 1)
        ON CONFLICT (institution, stage, status) DO UPDATE SET many = counted.many + 1;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER credential_counted_in AFTER INSERT ON credential
    FOR EACH ROW EXECUTE FUNCTION credential_counted();

CREATE TRIGGER credential_counted_over AFTER UPDATE OF stage, status ON credential
    FOR EACH ROW WHEN (NEW.stage <> OLD.stage OR NEW.status <> OLD.status) EXECUTE FUNCTION credential_counted();

CREATE TRIGGER credential_counted_out AFTER DELETE ON credential
    FOR EACH ROW EXECUTE FUNCTION credential_counted();

-- Rows that are written again and again: room for new versions on the same page, and dead ones swept before they pile up.
ALTER TABLE credential SET (
    fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);

ALTER TABLE log_head SET (fillfactor = 50);

ALTER TABLE status_list SET (fillfactor = 50);

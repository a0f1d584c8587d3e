-- How often what the catalogue shows of the institution's runs has changed: whoever remembers the catalogue sees by it that it is old.
ALTER TABLE institution ADD COLUMN run_changes BIGINT NOT NULL DEFAULT 0;

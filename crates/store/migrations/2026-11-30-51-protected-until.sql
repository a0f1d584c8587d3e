-- Until when the newest sealed files of a credential prove anything: the least number where one of them has no archive stamp, NULL where
-- nobody has looked yet. The first `signet renew` reads the files of before once, and fills it.
ALTER TABLE credential ADD COLUMN protected_until BIGINT;

CREATE INDEX credential_protected ON credential (institution, protected_until, id) WHERE protected_until IS NOT NULL;

CREATE INDEX credential_protection_unknown ON credential (institution, id) WHERE protected_until IS NULL AND jsonld IS NOT NULL;

-- Ways into the register beside names: by when a credential was proposed, within a unit, a run or a state, and by the address of its holder.
-- `proposed` never changes, unlike `dated`: PostgreSQL can write new versions of a row without touching these indices.
CREATE INDEX credential_proposed ON credential (institution, proposed, id);

CREATE INDEX credential_unit_proposed ON credential (institution, unit, proposed, id);

CREATE INDEX credential_run_proposed ON credential (institution, run, proposed, id);

CREATE INDEX credential_not_valid_proposed ON credential (institution, status, proposed, id) WHERE status <> 'valid';

CREATE INDEX person_email ON person (institution, LOWER(email)) WHERE email IS NOT NULL;

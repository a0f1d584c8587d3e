-- Indices for a register of millions, and the columns of a credential's row once for all statements.
--
-- Old statements keep working: nothing is taken away but indices.

-- Without `dated`, which changes: PostgreSQL can then write the new version of a row without touching any index.
CREATE INDEX credential_person ON credential (institution, person, id);

DROP INDEX credential_of_person;

-- What waits for its seal, and nothing else.
CREATE INDEX credential_queue ON credential (lease_until, proposed, id, institution) WHERE waiting = 1;

CREATE INDEX credential_trouble ON credential (institution, trouble) WHERE waiting = 1;

DROP INDEX credential_waiting;

-- What is no longer valid: from here status lists are filled.
CREATE INDEX credential_not_valid ON credential (institution, id, status) WHERE status <> 'valid';

-- Whether anything names an artefact.
CREATE INDEX credential_award ON credential (institution, award);

CREATE INDEX batch_upload ON batch (institution, upload) WHERE upload IS NOT NULL;

CREATE INDEX signature_sealed ON signature (institution, sealed) WHERE sealed IS NOT NULL;

CREATE INDEX artefact_upload ON artefact (institution, digest) WHERE kind = 'upload';

CREATE INDEX artefact_gone ON artefact (institution, erased) WHERE erased IS NOT NULL;

CREATE INDEX batch_state ON batch (institution, state, changed);

CREATE INDEX batch_kept ON batch (institution, changed) WHERE upload IS NOT NULL OR complaints <> '[]';

CREATE INDEX share_ended ON share (institution, (COALESCE(withdrawn, ends))) WHERE kind = 'named';

CREATE INDEX session_person ON session (institution, person);

CREATE INDEX session_expires ON session (expires);

CREATE INDEX session_seen ON session (seen);

CREATE INDEX login_token_person ON login_token (institution, person);

CREATE INDEX login_token_account ON login_token (account);

CREATE INDEX login_token_expires ON login_token (expires);

-- Whoever adds a column that lists show makes this view anew.
CREATE VIEW credential_row AS
SELECT credential.institution, credential.id, credential.unit, credential.unit_version, credential.run,
    credential.person, credential.revision, credential.batch, credential.award, credential.supersedes,
    credential.superseded, credential.stage, credential.status, credential.waiting, credential.proposed,
    credential.dated, credential.jsonld, credential.pdf, credential.lease_owner, credential.lease_until,
    credential.trouble, unit.title_cs, unit.title_en, person.given_name, person.family_name, person.titles_before,
    person.titles_after, person.born, person.birth_place, person.birth_country, person.email
FROM credential
JOIN unit ON unit.institution = credential.institution AND unit.id = credential.unit
    AND unit.version = credential.unit_version
JOIN person ON person.institution = credential.institution AND person.id = credential.person;

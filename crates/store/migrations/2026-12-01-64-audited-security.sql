-- Whether a security event stands in the audit of its institution: where it tells how staff get in. What holders do is in nobody's.
ALTER TABLE security_event ADD COLUMN audited BIGINT NOT NULL DEFAULT 0;

UPDATE security_event
SET audited = 1
WHERE institution IS NOT NULL AND role IS NOT NULL AND role NOT IN ('holder', 'verifier')
    AND kind IN ('login', 'login-link-made', 'session-ended', 'identity-paired', 'emergency-link-made', 'person-linked', 'person-link-declined',
        'person-unlinked');

CREATE INDEX security_event_audited ON security_event (institution, happened, id) WHERE audited = 1;

CREATE INDEX security_event_audited_account ON security_event (institution, account, happened, id) WHERE audited = 1;

CREATE INDEX security_event_audited_kind ON security_event (institution, kind, happened, id) WHERE audited = 1;

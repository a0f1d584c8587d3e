-- Units that nobody answers for, and whoever a role was given to and ended: so that somebody else is named.
CREATE INDEX grant_event_person ON grant_event (institution, person, role);

CREATE INDEX account_contact_guarantor ON account_contact (institution) WHERE roles LIKE '%guarantor%';

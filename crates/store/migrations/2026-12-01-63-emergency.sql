-- Why somebody is let in past their login provider, where they are: by a link for an emergency, and by the session that it began.
ALTER TABLE login_token ADD COLUMN emergency TEXT;

ALTER TABLE session ADD COLUMN emergency TEXT;

-- Why something was done, where somebody had to say.
ALTER TABLE security_event ADD COLUMN reason TEXT;

-- Whoever answers for a seal by the word of their login provider: they are told of such links.
CREATE INDEX account_contact_custodian ON account_contact (institution) WHERE roles LIKE '%seal-custodian%';

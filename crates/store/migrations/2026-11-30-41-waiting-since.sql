-- What waits for its seal, by the instant since when: nothing is swept that it may be made from again.
CREATE INDEX credential_waiting_since ON credential (institution, proposed) WHERE waiting = 1;

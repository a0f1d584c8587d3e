-- Credentials that one share shows together. A share without any shows its own.
CREATE TABLE share_item (
    institution TEXT NOT NULL,
    share       TEXT NOT NULL,
    credential  TEXT NOT NULL,
    PRIMARY KEY (institution, share, credential),
    FOREIGN KEY (institution, share) REFERENCES share (institution, id) ON DELETE CASCADE,
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);

CREATE INDEX share_item_of_credential ON share_item (institution, credential);

-- What a share says besides its end: whom it is for, what it shows, and the code that opens it. A program of the release before does not know these columns
-- and finds a code of the row that it cannot make itself, so it shows nothing through such a share rather than too much.
ALTER TABLE share ADD COLUMN recipient TEXT;
ALTER TABLE share ADD COLUMN recipient_mail TEXT;
ALTER TABLE share ADD COLUMN reference TEXT;
ALTER TABLE share ADD COLUMN shows BIGINT;
ALTER TABLE share ADD COLUMN files BIGINT;
ALTER TABLE share ADD COLUMN code TEXT;

-- Wrong codes at a share, whoever tried them.
CREATE TABLE share_guess (
    institution TEXT   NOT NULL,
    share       TEXT   NOT NULL,
    wrong       BIGINT NOT NULL,
    waits       BIGINT,
    PRIMARY KEY (institution, share),
    FOREIGN KEY (institution, share) REFERENCES share (institution, id) ON DELETE CASCADE
);

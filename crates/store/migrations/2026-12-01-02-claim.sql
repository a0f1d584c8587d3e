-- Whoever comes by a link that was sent to them proves no more than that they read their mail: the link and the session that it opens say so.
-- `linked`: whether the letter's link was made, which happens once, however often the letter is sent.
ALTER TABLE login_token ADD COLUMN level TEXT;
ALTER TABLE session ADD COLUMN level TEXT;
ALTER TABLE notice ADD COLUMN linked BIGINT NOT NULL DEFAULT 0;

-- The address that a holder had before, while the letter waits that tells them there of the new one: nowhere else is it any more.
ALTER TABLE notice ADD COLUMN address TEXT;

-- How far a role reaches inside its institution; empty where it is all of it. Codes of rows that are not narrowed stay as they are, and a program
-- that does not know the column takes a narrowed row for one that nobody wrote.
ALTER TABLE account_role ADD COLUMN scope TEXT NOT NULL DEFAULT '';

ALTER TABLE login_token ADD COLUMN scope TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN scope TEXT NOT NULL DEFAULT '';

-- Which address of an account takes no letters, by a code under the server's key: `sent_to` of the letter that it refused. Another address has another
-- code, so that what is told of one says nothing of the next.
ALTER TABLE account_letter ADD COLUMN sent_to TEXT;

ALTER TABLE account_contact ADD COLUMN refused TEXT;

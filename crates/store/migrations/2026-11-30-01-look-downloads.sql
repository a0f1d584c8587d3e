-- Downloads of a shared credential's files, counted apart from looks at its page.
ALTER TABLE look ADD COLUMN downloads BIGINT NOT NULL DEFAULT 0;

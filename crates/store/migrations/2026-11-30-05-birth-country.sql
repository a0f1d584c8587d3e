-- The country of the place of birth, where it is known.
ALTER TABLE person ADD COLUMN birth_country TEXT;

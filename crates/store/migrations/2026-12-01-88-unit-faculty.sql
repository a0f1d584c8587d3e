-- The faculty that a version states, apart from its text: lists and rights by faculty read it of thousands of units at once.
-- NULL: nobody has looked into the text yet. Empty: it states none.
ALTER TABLE unit ADD COLUMN faculty_cs TEXT;
ALTER TABLE unit ADD COLUMN faculty_en TEXT;

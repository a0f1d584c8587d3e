-- By its code the register knows a share again that it wrote itself: a row that somebody else put in, or changed, opens nothing.
ALTER TABLE share ADD COLUMN mac TEXT;

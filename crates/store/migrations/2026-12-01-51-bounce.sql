-- A letter that comes back is known by its name alone.
CREATE UNIQUE INDEX notice_id ON notice (id);

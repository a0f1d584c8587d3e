### What the format check says of how values are arranged.

format-nested = The list “{ $found }” contains another list; other software cannot read it.

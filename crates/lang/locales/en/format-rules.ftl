### What the format check says of how values are arranged.

format-nested = A list stands inside a list of “{ $found }”; other software cannot read that.

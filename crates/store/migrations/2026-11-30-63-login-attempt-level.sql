-- How strongly whoever comes back must have been recognised, where more was asked for than the provider's settings say.
ALTER TABLE login_attempt ADD COLUMN level TEXT;

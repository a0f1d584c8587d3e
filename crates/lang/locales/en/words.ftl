# Words that stand alone: names of the languages.
language-czech = Czech
language-english = English

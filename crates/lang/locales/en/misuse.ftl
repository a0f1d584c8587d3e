# What was typed wrongly on the command line.

misuse-no-value = { $arg } lacks its value.
misuse-wrong-value = “{ $value }” does not go with { $arg }.
misuse-wrong-value-of = “{ $value }” does not go with { $arg }. Possible values: { $known }.
misuse-unknown = { $arg } is not known here.
misuse-unknown-near = { $arg } is not known here. Did you mean { $near }?
misuse-unknown-command = There is no command “{ $typed }”.
misuse-unknown-command-near = There is no command “{ $typed }”. Did you mean { $near }?
misuse-missing = Missing: { $arg }.
misuse-missing-command = The command is missing.
misuse-conflict = { $arg } cannot be used together with { $prior }.
misuse-too-many = { $arg } has too many values.
misuse-not-utf8 = The command line is not UTF-8.
misuse-other = The command line cannot be understood.
misuse-help = --help tells more.

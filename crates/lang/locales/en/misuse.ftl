# What was typed wrongly on the command line.

misuse-no-value = { $arg } needs a value.
misuse-wrong-value = “{ $value }” cannot be used for { $arg }.
misuse-wrong-value-of = “{ $value }” cannot be used for { $arg }. Possible values: { $known }.
misuse-unknown = There is no option or argument { $arg } here.
misuse-unknown-near = There is no option or argument { $arg } here. Did you mean { $near }?
misuse-unknown-command = There is no command “{ $typed }”.
misuse-unknown-command-near = There is no command “{ $typed }”. Did you mean { $near }?
misuse-missing = Missing: { $arg }.
misuse-missing-command = The command is missing.
misuse-conflict = { $arg } cannot be used with { $prior }.
misuse-too-many = Too many values were given for { $arg }.
misuse-not-utf8 = The text entered is not UTF-8.
misuse-other = The command cannot be understood.
misuse-help = For help, use --help.

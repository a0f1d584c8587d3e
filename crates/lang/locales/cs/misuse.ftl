# Co bylo na příkazovém řádku napsáno špatně.

misuse-no-value = U { $arg } chybí hodnota.
misuse-wrong-value = Hodnotu „{ $value }“ nelze použít pro { $arg }.
misuse-wrong-value-of = Hodnotu „{ $value }“ nelze použít pro { $arg }. Možné hodnoty: { $known }.
misuse-unknown = Volba ani argument { $arg } zde neexistuje.
misuse-unknown-near = Volba ani argument { $arg } zde neexistuje. Nemělo to být { $near }?
misuse-unknown-command = Příkaz „{ $typed }“ neexistuje.
misuse-unknown-command-near = Příkaz „{ $typed }“ neexistuje. Neměl to být { $near }?
misuse-missing = Chybí: { $arg }.
misuse-missing-command = Chybí příkaz.
misuse-conflict = { $arg } nelze použít spolu s { $prior }.
misuse-too-many = Pro { $arg } bylo zadáno příliš mnoho hodnot.
misuse-not-utf8 = Zadaný text není v kódování UTF-8.
misuse-other = Zadanému příkazu nelze porozumět.
misuse-help = Nápovědu vypíše volba --help.

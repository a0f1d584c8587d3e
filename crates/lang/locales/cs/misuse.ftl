# Co bylo na příkazové řádce napsáno špatně.

misuse-no-value = K { $arg } chybí hodnota.
misuse-wrong-value = Hodnota „{ $value }“ k { $arg } nepatří.
misuse-wrong-value-of = Hodnota „{ $value }“ k { $arg } nepatří. Možné hodnoty: { $known }.
misuse-unknown = { $arg } zde není.
misuse-unknown-near = { $arg } zde není. Nemělo to být { $near }?
misuse-unknown-command = Příkaz „{ $typed }“ neexistuje.
misuse-unknown-command-near = Příkaz „{ $typed }“ neexistuje. Neměl to být { $near }?
misuse-missing = Chybí: { $arg }.
misuse-missing-command = Chybí příkaz.
misuse-conflict = { $arg } nelze použít spolu s { $prior }.
misuse-too-many = Pro { $arg } je zde hodnot příliš mnoho.
misuse-not-utf8 = Příkazová řádka není v kódování UTF-8.
misuse-other = Příkazové řádce nelze rozumět.
misuse-help = Nápovědu vypíše volba --help.

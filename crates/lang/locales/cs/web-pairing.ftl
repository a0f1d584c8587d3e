# Další identita k vlastnímu účtu.

web-pairing-section-title = Způsoby přihlášení
web-pairing-section-about = Přidejte si druhý způsob, dokud ještě funguje první, například národní identitu. K mikrocertifikátům se s ním dostanete i po odchodu z univerzity.
web-pairing-seen = poprvé { $first }, naposledy { $last }
web-pairing-add = Přidat: { $provider }
web-pairing-title = Jste to v obou případech vy?
web-pairing-lead = Kdo se odteď přihlásí kterýmkoli z obou způsobů, dostane se k tomuto účtu.
web-pairing-signed-in = Přihlášení trvá pro
web-pairing-recognised = { $provider } uvádí
web-pairing-unnamed = osoba beze jména
web-pairing-warning = Pokud se na tomto zařízení právě přihlásil někdo jiný, nepokračujte.
web-pairing-confirm = Ano, obojí jsem já
web-pairing-back = Ne, vrátit se bez přidání
web-pairing-merge-lead = Druhý způsob přihlášení tu už má vlastní účet. Pokud jste to v obou případech vy, spojíme oba účty v jeden.
web-pairing-merge-what = Po spojení se kterýmkoli způsobem přihlášení dostanete ke všem svým mikrocertifikátům. Druhý účet se přestane používat a jeho přihlášení skončí. Na vydaných mikrocertifikátech se nic nezmění.
web-pairing-merge-undo = Omylem spojené účty může provozovatel služby do 30 dnů zase rozdělit.
web-pairing-merge-back = Ne, vrátit se bez spojení
web-pairing-merged-title = Účty jsou spojené
web-pairing-merged-text = Oběma způsoby přihlášení se teď dostanete k jednomu účtu. Co k němu přibylo, uvidíte na stránce účtu; mikrocertifikáty od všech institucí najdete na jedné stránce.
web-pairing-merged-undo = Pokud druhý účet patří někomu jinému, napište do 30 dnů provozovateli služby. Účty zase rozdělí.
web-pairing-refused-title = Účty nebyly spojeny
web-pairing-refused-blocked = Druhý účet je zablokovaný. Obraťte se na provozovatele služby.
web-pairing-refused-roles = Druhý účet má pracovní role, které by se spojením ztratily. Přihlaste se k němu a přidejte si tento způsob přihlášení odtamtud. Mají-li role oba účty, obraťte se na provozovatele služby.
web-pairing-refused-people = Jedna z institucí vede oba účty jako dvě různé osoby. Obraťte se na její studijní oddělení. Až si evidenci opraví, půjde účty spojit.

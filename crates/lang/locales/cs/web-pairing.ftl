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
web-pairing-another-title = Tato identita už tu účet má
web-pairing-another-text = Někdo se s ní tu už přihlásil, takže ji k tomuto účtu přidat nelze. Pokud jste to byli vy, obraťte se na provozovatele služby.

# Vlastní záznamy podle národní identity.

web-own-title = Hledat další mikrocertifikáty
web-own-lead = Zeptejte se jiné instituce, jestli o vás vede záznamy.
web-own-heading = Tyto mikrocertifikáty mohou být moje
web-own-about = Máte-li mikrocertifikát, zeptejte se instituce, která ho vydala. Jméno a datum narození, které uvádí vaše identita, k propojení samy nestačí: někdo další je může mít stejné a příjmení se mění.
web-own-born = Datum narození
web-own-institution = Instituce, která mikrocertifikát vydala
web-own-institution-choose = Vyberte instituci
web-own-institution-wrong = Vyberte instituci, které se ptáte.
web-own-credential = Identifikátor mikrocertifikátu (nepovinné)
web-own-credential-hint = Je v dodatku osvědčení v PDF, například urn:credential:0b2f0c1e-… Opište ho celý. Pokud všechno souhlasí, propojíme vás hned.
web-own-credential-wrong = Identifikátor není celý. Má 36 znaků, opište ho z dodatku osvědčení; nebo pole nechte prázdné.
web-own-ask = Zeptat se
web-own-linked-title = Záznamy jsou propojené
web-own-linked-text = Příště se touto identitou dostanete ke svým mikrocertifikátům, které vydala instituce { $institution }.
web-own-sign-in = Přihlásit se: { $provider }
web-own-passed-title = Dotaz jsme předali
web-own-passed-text = Pokud { $institution } o vás může mít záznamy, posoudí to její studijní oddělení. Až vás propojí, uvidíte své mikrocertifikáty po přihlášení: { $provider }. Když o vás záznamy nevede, nic dalšího se nestane.
web-own-passed-next = Nic dalšího dělat nemusíte. Pokud do dvou týdnů nic neuvidíte, obraťte se přímo na studijní oddělení instituce { $institution }.
web-own-home = Na úvodní stránku
web-own-find = Hledat další mikrocertifikáty: { $provider }
web-own-unnamed = { $provider } neuvádí jméno a celé datum narození, takže vás v záznamech nelze hledat. Obraťte se přímo na instituci, která mikrocertifikát vydala.

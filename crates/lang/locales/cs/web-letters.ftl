# E-maily k účtu: které se posílají a jak je vypnout.

web-letters-title = E-maily, které dostáváte
web-letters-optional = Můžete si vypnout
web-letters-on = zapnuto
web-letters-off = vypnuto
web-letters-turn-off = Vypnout
web-letters-turn-on = Zapnout
web-letters-always = Posíláme vždy
web-letters-always-about = Jde v nich o to, kdo se k vašemu účtu a k vašim mikrocertifikátům dostane, nebo jestli platí.
web-letters-refused-title = Naše e-maily vám nechodí
web-letters-refused-text = Co jsme poslali na adresu { $email }, se vrátilo jako nedoručitelné, a proto na ni nepíšeme. Adresu máme od toho, přes koho se přihlašujete, nebo ze záznamů vaší vysoké školy: pokud je špatně, nechte ji tam opravit a přihlaste se znovu. Pokud je správně a e-maily už přijímá, potvrďte to tlačítkem.
web-letters-refused-do = Adresa už funguje
web-letters-refused-account = E-maily na vaši adresu se vracejí. Podívejte se, co s tím.
web-letters-back = Zpět na účet
web-letters-kind = { $kind ->
    [digest] Denní přehled práce, která na vás čeká
    [returned] Text jednotky, na kterém jste pracovali, se vrátil s připomínkami
    [approved] Text jednotky, na kterém jste pracovali, je schválený
    [done] Všechno, co jste nechali vydat, je zapečetěné
    [failed] Část toho, co jste nechali vydat, se nepodařilo zapečetit
    [given] Dostali jste roli
    [ends] Vaše role brzy skončí
    [identity] K účtu přibyl další způsob přihlášení
    [merged] Dva účty se spojily v jeden
    [parted] Spojené účty jsou zase rozdělené
    [emergency] Ve vaší instituci byl vydán nouzový přihlašovací odkaz
   *[address] Změnila se adresa, na kterou vám píšeme
}
web-letters-stop-title = Vypnout tyto e-maily?
web-letters-stop-lead = Nebudeme vám už posílat: { $what }.
web-letters-stop-do = Vypnout
web-letters-stopped-title = E-maily jsou vypnuté
web-letters-stopped-text = Už vám nebudeme posílat: { $what }. Po přihlášení si je můžete zase zapnout.

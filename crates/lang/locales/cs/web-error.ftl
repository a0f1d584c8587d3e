# Chyby.

web-error-not-found-title = Stránka nenalezena
web-error-not-found-text = Stránka na této adrese není. Možná byla přesunuta, nebo je v adrese překlep.
web-error-fault-title = Nastala chyba na naší straně
web-error-fault-text = Víme o ní. Zkuste to prosím za chvíli znovu; nic z toho, co bylo uloženo, se neztratilo.
web-error-forbidden-title = K této stránce nemáte přístup
web-error-forbidden-text = Váš účet tuto stránku otevřít nemůže. Potřebujete-li ji, obraťte se na provozovatele.
web-error-denied-title = Toto musí udělat kolega
web-error-denied-own-role = Vlastní roli si nemůžete přidělit ani ukončit. Požádejte jiného správce.
web-error-denied-themselves = Vlastní mikrocertifikát nemůžete vydat, opravit ani zneplatnit. Požádejte kolegu.
web-error-denied-unidentified = U vašeho účtu není uvedeno, která osoba v evidenci instituce jste, a tak nelze vyloučit, že byste rozhodovali o sobě. Požádejte provozovatele, ať vaše osobní číslo doplní.
web-error-denied-emergency = Přihlásili jste se nouzovým odkazem. Na to, co vyžaduje dva lidi, nikdy nestačí. Přihlaste se přes svou instituci, jakmile její přihlášení odpovídá.
web-error-denied-scope = Vaše role platí jen pro některé fakulty nebo jednotky a toto mezi ně nepatří. Požádejte kolegu, který se o ně stará.
web-error-forged-title = Formulář vypršel
web-error-forged-text = Formulář byl odeslán z jiného místa nebo z dávno otevřené stránky. Vraťte se, načtěte stránku znovu a zkuste to ještě jednou.
web-error-hasty-title = Příliš mnoho pokusů
web-error-hasty-text = Z vaší adresy přišlo příliš mnoho pokusů. Zkuste to prosím za minutu znovu.
web-error-busy-title = Služba je právě vytížená
web-error-busy-text = Zpracováváme příliš mnoho požadavků najednou. Zkuste to prosím za chvíli znovu; nic z toho, co bylo uloženo, se neztratilo.
web-error-bad-request-title = Požadavku nerozumíme
web-error-bad-request-text = Odeslané údaje nemají správný tvar. Vraťte se a zkuste to znovu.

# E-maily držitelům. Předmět neříká nic osobního; text a stránka e-mailu mají tytéž věty.

letter-subject = { $kind ->
    [issued] Vydali jsme vám mikrocertifikát – { $institution }
    [corrected] Opravili jsme váš mikrocertifikát – { $institution }
    [address] Budeme vám psát na jinou adresu – { $institution }
   *[revoked] Zneplatnili jsme váš mikrocertifikát – { $institution }
}
letter-heading = { $kind ->
    [issued] Máte nový mikrocertifikát
    [corrected] Váš mikrocertifikát je opravený
    [address] Budeme vám psát na jinou adresu
   *[revoked] Váš mikrocertifikát byl zneplatněn
}
letter-greeting = Dobrý den,
letter-told = { $kind ->
    [issued] instituce { $institution } vám vydala mikrocertifikát „{ $title }“.
    [corrected] instituce { $institution } nahradila váš mikrocertifikát „{ $title }“ opraveným.
    [address] instituce { $institution } u vás teď vede jinou e-mailovou adresu. Na ni budeme psát všechno, co se týká vašich mikrocertifikátů.
   *[revoked] instituce { $institution } zneplatnila váš mikrocertifikát „{ $title }“.
}
letter-link = Mikrocertifikát otevřete následujícím odkazem. Můžete si ho stáhnout a sdílet, s kým budete chtít. Odkaz platí do { $until } a lze ho použít jednou.
letter-account = Účet k tomu nepotřebujete. Pokud budete odkaz potřebovat znovu, požádejte instituci, aby vám tento e-mail poslala ještě jednou.
letter-keep = Aby pro vás byl mikrocertifikát kdykoli dostupný, přihlaste se přes svou vysokou školu nebo národní identitou: možnosti nabídne stránka, na kterou odkaz vede.
letter-corrected-reason = Důvod opravy: { $reason }.
letter-corrected-old = Odkazy na původní mikrocertifikát teď ukazují, že byl nahrazen. Komu jste ho poslali jako soubor, tomu prosím pošlete opravený.
letter-revoked-reason = Důvod: { $reason }.
letter-revoked-since = Neplatí od { $since }. Zůstává v registru a jeho odkazy ukazují, že neplatí.
letter-revoked-ask = Pokud se zneplatněním nesouhlasíte, obraťte se na instituci.
letter-address-both = Tento e-mail jsme poslali na obě adresy.
letter-address-ask = Pokud nová adresa není vaše nebo jste o změnu nežádali, obraťte se co nejdříve na instituci. Adresu máme z jejích záznamů, vrátit ji proto může jen ona.
letter-contact = Kontakt na instituci { $institution }: { $email }. Můžete také odpovědět na tento e-mail.
letter-contact-none = S dotazy se obraťte na instituci { $institution }.
letter-button = { $kind ->
    [issued] Otevřít mikrocertifikát
    [corrected] Otevřít opravený mikrocertifikát
    [address] Přihlásit se
   *[revoked] Přihlásit se
}
letter-sent = Tento e-mail automaticky odeslala služba { $host }. Pokud vám nepatří, smažte ho, prosím.
letter-other = { $kind ->
    [issued] Česky: instituce { $institution } vám vydala mikrocertifikát „{ $title }“. Otevřete ho odkazem výše.
    [corrected] Česky: instituce { $institution } nahradila váš mikrocertifikát „{ $title }“ opraveným. Otevřete ho odkazem výše.
    [address] Česky: instituce { $institution } u vás teď vede jinou e-mailovou adresu. Pokud není vaše, obraťte se na ni.
   *[revoked] Česky: instituce { $institution } zneplatnila váš mikrocertifikát „{ $title }“. S dotazy se obraťte na ni.
}

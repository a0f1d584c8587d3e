## Celý obsah osvědčení, pod tím, co čtenář hledá nejdřív
content-title = Celý obsah souboru
content-lead = Každý údaj osvědčení podle evropského modelu. Texty ukazujeme česky, pokud je soubor obsahuje, jinak v původním jazyce.
content-nav = Části obsahu
content-holder = Držitel
content-bodies = Organizace a osoby
content-bodies-lead = Tak, jak je popisuje soubor. Popisuje-li stejnou organizaci na různých místech různě, jsou zde všechny popisy.
content-attachments = Přílohy
content-display = Zobrazení
content-file = O souboru
content-strays = Další obsah souboru
content-strays-lead = Tyto údaje nejsou součástí evropského modelu nebo obsahují, co do nich nepatří. Uvádíme je tak, jak jsou zapsány.
content-cut = Soubor obsahuje víc, než tato stránka ukazuje.
content-more = a ještě { $count }
content-unnamed = bez názvu
content-roles = Uvedeno v položkách
content-withheld = Držitel v tomto odkazu některé údaje neukazuje. Proto zde nejsou ani soubory a obrázky, které je mohou obsahovat.
content-above = uvedeno výše
content-yes = ano
content-no = ne
content-shortened = { $value }… (zkráceno)
content-other-languages = V dalších jazycích
content-download = Stáhnout { $name } ({ $kind }, { $size })
content-file-refused = Tento typ souboru zde nelze stáhnout; lze jen PDF, PNG a JPEG do 12 MB.
content-picture = Obrázek: { $name }
content-picture-above = obrázek je výše
content-course-code = Kód předmětu
content-record-digest = Otisk obsahu
content-record-opening = Klíč k otisku obsahu
content-completeness = Úplnost údajů
content-preview = Dokument v podobě od vydavatele
content-page = strana { $page }
content-logo = Logo: { $name }
content-picture-of-document = Dokument v podobě od vydavatele, strana { $page }. Jeho text je na této stránce.
content-duration = { $unit ->
    [years] { $count ->
        [one] { $number } rok
        [few] { $number } roky
        [many] { $number } roku
       *[other] { $number } let
    }
    [months] { $count ->
        [one] { $number } měsíc
        [few] { $number } měsíce
        [many] { $number } měsíce
       *[other] { $number } měsíců
    }
    [weeks] { $count ->
        [one] { $number } týden
        [few] { $number } týdny
        [many] { $number } týdne
       *[other] { $number } týdnů
    }
    [days] { $count ->
        [one] { $number } den
        [few] { $number } dny
        [many] { $number } dne
       *[other] { $number } dnů
    }
    [hours] { $count ->
        [one] { $number } hodina
        [few] { $number } hodiny
        [many] { $number } hodiny
       *[other] { $number } hodin
    }
    [minutes] { $count ->
        [one] { $number } minuta
        [few] { $number } minuty
        [many] { $number } minuty
       *[other] { $number } minut
    }
   *[seconds] { $count ->
        [one] { $number } sekunda
        [few] { $number } sekundy
        [many] { $number } sekundy
       *[other] { $number } sekund
    }
}
content-size = { $size ->
    [0] méně než 1 kB
   *[other] { $size } kB
}

## Všechno, co osvědčení říká, pod tím, co chce čtenář nejdřív
content-title = Celý obsah souboru
content-lead = Každý prvek osvědčení podle evropského modelu. Texty jsou česky, má-li je soubor česky, jinak v jazyce, který má.
content-nav = Části obsahu
content-holder = Držitel
content-bodies = Organizace a osoby
content-bodies-lead = Jak je soubor popisuje. Popisuje-li stejnou organizaci na různých místech různě, jsou tu všechny popisy.
content-attachments = Přílohy
content-display = Jak se zobrazuje
content-file = O souboru
content-strays = Soubor obsahuje ještě
content-strays-lead = Tyto členy nejsou součástí evropského modelu nebo obsahují, co do nich nepatří. Uvádíme je tak, jak jsou zapsány.
content-cut = Soubor obsahuje víc, než tato stránka ukazuje.
content-more = { $count ->
    [one] a ještě { $count }
    [few] a ještě { $count }
   *[other] a ještě { $count }
}
content-unnamed = bez názvu
content-roles = Uvedeno pod položkou
content-withheld = Držitel tímto odkazem neukazuje datum narození. Soubory a obrazy uvnitř osvědčení, které ho mohou obsahovat, proto nejsou ani tady.
content-above = uvedeno výše
content-yes = ano
content-no = ne
content-shortened = { $value }… (zkráceno)
content-other-languages = V dalších jazycích
content-download = Stáhnout { $name } ({ $kind }, { $size })
content-file-refused = Tento druh souboru tu nevydáváme; jen PDF, PNG a JPEG do 12 MB.
content-picture = Obrázek: { $name }
content-picture-above = Obraz je na této stránce výše.
content-completeness = Uvádí, co mikrocertifikát uvádět má?
content-preview = Dokument, jak ho ukazuje vydavatel
content-page = strana { $page }
content-logo = Logo: { $name }
content-picture-of-document = Dokument, jak ho ukazuje vydavatel, strana { $page }. Co na něm stojí, je na této stránce jako text.
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

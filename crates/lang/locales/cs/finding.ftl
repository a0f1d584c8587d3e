# Co se o pečeti zjistilo, jedna věta na každé zjištění, a jak to nazývá zákon.

finding-aspect = { $aspect ->
    [integrity] Neporušenost
    [signer] Kdo zapečetil
    [revocation] Zneplatnění certifikátu
    [time] Čas
    [algorithms] Algoritmy
    [level] Dlouhodobá prokazatelnost
    [qualification] Právní účinky
   *[issuer] Vydavatel a certifikát
}

finding-seal-number = pečeť { $number }

finding-structure = { $kind ->
    [holds] Pečeť je zapsána podle normy.
    [fails] Pečeť není zapsána podle normy.
    [expired] Pečeť o sobě uvádí, že od { $when } už nemá být přijímána.
   *[open] Zápis pečeti nelze posoudit.
}
finding-byte-range = { $outcome ->
    [holds] Pečeť se vztahuje na celý dokument.
    [fails] Pečeť se nevztahuje na celý dokument.
   *[open] Nelze určit, na co se pečeť vztahuje.
}
finding-integrity = { $kind ->
    [holds] { $part ->
        [document] PDF nebylo od zapečetění změněno.
        [embedded] Datový soubor v PDF nebyl od zapečetění změněn.
       *[credential] Datový soubor nebyl od zapečetění změněn.
    }
    [fails] { $part ->
        [document] Obsah PDF neodpovídá pečeti: soubor byl zřejmě změněn.
        [embedded] Obsah datového souboru v PDF neodpovídá pečeti: soubor byl zřejmě změněn.
       *[credential] Obsah datového souboru neodpovídá pečeti: soubor byl zřejmě změněn.
    }
    [algorithm] Neporušenost nelze ověřit: pečeť používá algoritmus, který zde neověřujeme.
    [certificate] Neporušenost nelze ověřit: chybí certifikát, kterým se pečeť ověřuje.
   *[open] Neporušenost nelze ověřit.
}
finding-changes-after = { $kind ->
    [none] Po zapečetění nic nepřibylo.
    [evidence] Po zapečetění přibyla jen časová razítka a doklady k pečeti.
    [seals] Po zapečetění přibyly jen další pečeti, časová razítka a doklady k nim.
    [shown] Po zapečetění přibyl viditelný obsah, který formát PDF připouští, například vyplněné pole nebo viditelný podpis. Pečeť se na něj nevztahuje.
    [content] Po zapečetění byl dokument doplněn o jiný obsah.
   *[metadata] Po zapečetění přibylo v dokumentu něco, co na jeho stránkách není vidět; zda na tom záleží, nelze určit.
}
finding-signer = { $outcome ->
    [holds] Pečeť jednoznačně určuje certifikát, kterým vznikla: „{ $name }“.
    [unvouched] Pečeť jednoznačně určuje certifikát, kterým vznikla. Jména v něm nepotvrzuje žádná důvěryhodná autorita.
   *[open] Certifikát, kterým pečeť vznikla, nelze jednoznačně určit.
}
finding-chain = { $kind ->
    [trusted] Certifikát vede k autoritě „{ $anchor }“, které tento ověřovatel důvěřuje.
    [listed] Certifikát vede k autoritě „{ $anchor }“, která je na důvěryhodném seznamu { $list }.
    [test] Certifikát vede ke zkušebnímu kořeni „{ $anchor }“, jaký si může vytvořit kdokoli.
    [expired] Certifikátu autority „{ $certificate }“ skončila platnost.
    [early] Certifikát autority „{ $certificate }“ ještě neplatil.
    [rule] Certifikát „{ $certificate }“ porušuje pravidlo svých autorit, a proto ho jako certifikát pro pečeť neuznáváme.
    [algorithm] Certifikát „{ $certificate }“ je podepsán algoritmem, který zde neověřujeme.
    [certificate] Bez certifikátu pečeti nelze určit, která autorita ho vydala.
   *[nobody] Certifikát nevede k žádné autoritě, které tento ověřovatel důvěřuje.
}
finding-certificate-validity = { $kind ->
    [proved] V prokázaném čase pečeti ({ $at }) certifikát platil: od { $from } do { $until }.
    [now] Certifikát platí od { $from } do { $until }. Čas vzniku pečeti neprokazuje žádné časové razítko, a proto rozhoduje okamžik ověření.
    [early] V rozhodné době certifikát ještě neplatil: platí až od { $from }.
    [late] Platnost certifikátu skončila ({ $until }) dříve, než obsah dostal časové razítko: pečeť vznikla příliš pozdě.
    [ended] Platnost certifikátu skončila { $until } a žádné časové razítko neprokazuje, že pečeť je starší.
   *[unknown] Bez certifikátu pečeti nelze jeho platnost posoudit.
}

finding-source = { $source ->
    [ocsp] { $origin ->
        [embedded] podle odpovědi autority (OCSP) vložené v souboru
       *[fetched] podle odpovědi autority (OCSP) získané při ověření
    }
   *[crl] { $origin ->
        [embedded] podle seznamu zneplatněných certifikátů vloženého v souboru
       *[fetched] podle seznamu zneplatněných certifikátů staženého při ověření
    }
}
finding-reason = { $reason ->
    [keyCompromise] klíč se dostal do cizích rukou
    [cACompromise] klíč autority se dostal do cizích rukou
    [affiliationChanged] změnily se údaje organizace
    [superseded] nahradil ho jiný certifikát
    [cessationOfOperation] přestal se používat
    [privilegeWithdrawn] oprávnění bylo odňato
    [certificateHold] jeho platnost je pozastavena
    [aACompromise] klíč autority pro atributy se dostal do cizích rukou
    [unknown] důvod, který zde není znám
   *[unspecified] důvod není uveden
}
finding-revocation = { $kind ->
    [good] Certifikát nebyl zneplatněn: stav k { $as_of } { $source }.
    [later] Certifikát je od { $since } zneplatněn ({ $reason }), ale časové razítko prokazuje, že pečeť je starší. Pečeť proto platí.
    [never] Certifikát o sobě uvádí, že se nezneplatňuje, a jeho autorita to zaručuje.
    [anchor] Tento ověřovatel důvěřuje přímo tomuto certifikátu, a proto se na něj žádné autority neptá.
    [too-late] Certifikát byl zneplatněn dříve, než obsah dostal časové razítko: pečeť vznikla příliš pozdě.
    [before] Certifikát je od { $since } zneplatněn ({ $reason }) a nic neprokazuje, že pečeť je starší.
    [authority] Certifikát autority „{ $certificate }“ je od { $since } zneplatněn ({ $reason }) a nic neprokazuje, že pečeť je starší.
    [hold] Platnost certifikátu „{ $certificate }“ je od { $since } pozastavena. Autorita ji může obnovit, nebo certifikát zneplatnit.
    [old] Údaje o certifikátu „{ $certificate }“ jsou příliš staré: stav k { $as_of } { $source }.
    [stranger] Dotázaná autorita certifikát „{ $certificate }“ nezná.
    [nobody] Není známo, zda byl certifikát „{ $certificate }“ zneplatněn: soubor to neuvádí a žádná autorita nebyla dotázána.
    [unanswered] Není známo, zda byl certifikát „{ $certificate }“ zneplatněn: jeho autorita neodpověděla, nebo její odpověď nelze použít.
    [nowhere] Není známo, zda byl certifikát „{ $certificate }“ zneplatněn: soubor to neuvádí a certifikát neuvádí, koho se zeptat.
    [unusable] Není známo, zda byl certifikát „{ $certificate }“ zneplatněn: dostupná odpověď není od jeho autority, nebo ji nelze přečíst.
    [unproved] Nelze prokázat, zda byl certifikát „{ $certificate }“ zneplatněn: dostupná odpověď platí jen pro jinou dobu, nebo přestala být průkazná dříve, než ji ochránilo časové razítko.
   *[unknown] Zneplatnění certifikátu nelze zjistit, dokud není známo, která důvěryhodná autorita ho vydala.
}

finding-algorithms = { $kind ->
    [lasting] Použité algoritmy jsou bezpečné ({ $algorithm }, { $key }); konec jejich používání není stanoven.
    [until] Použité algoritmy jsou bezpečné ({ $algorithm }, { $key }), podle dnešních pravidel do { $until }.
    [ended] Algoritmus { $algorithm } se v prokázaném čase pečeti už nepovažoval za bezpečný, jen do { $until }.
    [unproved] Algoritmus { $algorithm } se považuje za bezpečný jen do { $until } a žádné časové razítko neprokazuje, že pečeť je starší.
    [never] Algoritmus { $algorithm } se nepovažuje za bezpečný.
   *[unknown] Použité algoritmy nelze posoudit: některý z nich není znám, nebo chybí certifikát.
}

finding-time = { $kind ->
    [proved] Časové razítko prokazuje, že pečeť existovala { $when }.
    [claimed] Čas vzniku pečeti neprokazuje žádné časové razítko. Pečetící organizace uvádí { $when }.
   *[unknown] Čas vzniku pečeti není nikde uveden.
}
finding-stamp = { $check ->
    [signature] { $outcome ->
        [holds] Časové razítko autority „{ $authority }“ prokazuje, že pečeť existovala { $when }.
        [fails] Časové razítko pečeti neplatí.
       *[open] Časové razítko pečeti nelze ověřit.
    }
    [content] { $outcome ->
        [holds] Časové razítko autority „{ $authority }“ prokazuje, že obsah existoval { $when }, tedy před zapečetěním.
        [fails] Časové razítko obsahu neplatí.
       *[open] Časové razítko obsahu nelze ověřit.
    }
   *[archive] { $outcome ->
        [holds] Archivní časové razítko autority „{ $authority }“ chrání od { $when } pečeť i doklady k ní.
        [fails] Archivní časové razítko neplatí.
       *[open] Archivní časové razítko nelze ověřit.
    }
}
finding-stamp-cause = { $cause ->
    [integrity] Týká se jiného obsahu, nebo bylo změněno.
    [signer] Nelze jednoznačně určit, kdo ho vydal.
    [chain] Nevede k žádné autoritě časových razítek, které tento ověřovatel důvěřuje.
    [validity] Jeho čas neodpovídá platnosti certifikátu autority, nebo ostatním časovým razítkům.
    [revoked] Certifikát jeho autority byl zneplatněn.
    [revocation] Není známo, zda byl certifikát jeho autority zneplatněn.
    [algorithms] Jeho algoritmy se nepovažují za bezpečné.
    [order] Jeho čas neodpovídá ostatním časovým razítkům.
    [changed] To, co přibylo po něm, mění dokument.
   *[structure] Nelze ho přečíst jako časové razítko.
}
finding-stamp-left-out = Nepřihlíží se k němu: nic neprokazuje, ale pečeti neškodí.
finding-stamp-qualified = { $qualified ->
    [yes] Podle důvěryhodných seznamů EU je kvalifikované.
    [no] Podle důvěryhodných seznamů EU není kvalifikované.
   *[unknown] Nelze zjistit, zda je kvalifikované: potřebný důvěryhodný seznam není k dispozici.
}

finding-level = { $level ->
    [B-LTA] Úroveň B-LTA: pečeť obsahuje vše, čím ji lze prokázat po desítky let, budou-li její archivní razítka včas obnovována. Ověřit ji lze i bez připojení.
    [B-LT] Úroveň B-LT: pečeť obsahuje vše, čím ji lze ověřit bez připojení, dokud její časové razítko neztratí průkaznost.
    [B-T] Úroveň B-T: pečeť má časové razítko. Zda nebyl certifikát zneplatněn, je třeba zjistit u jeho autority, dokud odpovídá.
    [B-B] Úroveň B-B: pečeť bez časového razítka a dokladů. Po skončení platnosti certifikátu už ji nepůjde prokázat.
   *[not_baseline] Pečeť neobsahuje dost údajů pro žádnou úroveň normy.
}
finding-level-carried = Soubor obsahuje vše, co vyžaduje úroveň { $carried }. Všechno zde ale ověřit nelze: některé z autorit tento ověřovatel nedůvěřuje, nebo chybí údaj o zneplatnění certifikátu. Ověřena je úroveň { $reach }.
finding-baseline = { $kind ->
    [sigT] Čas zapečetění je zapsán starším způsobem (sigT), který novější vydání normy už nepoužívá. Jde jen o zápis; na tom, co pečeť prokazuje, se nic nemění.
    [certificate] Pečeť neuvádí svůj certifikát tak, jak vyžaduje evropská norma.
    [plain] Jde o prostý podpis obsahu (CMS, RFC 5652): nechrání údaj o svém certifikátu ani o čase, a proto to není zaručená pečeť podle evropské normy.
   *[form] Zápis pečeti se odchyluje od profilu evropské normy ({ $deviations }). Co prokazuje, uvádějí ostatní zjištění.
}

finding-qualification = { $class ->
    [QESeal] Jde o kvalifikovanou elektronickou pečeť (čl. 3 bod 27 nařízení eIDAS): v celé EU se předpokládá, že původ i obsah jsou pravé.
    [AdESeal-QC] Jde o zaručenou elektronickou pečeť založenou na kvalifikovaném certifikátu (čl. 37 nařízení eIDAS); není uvedeno, že klíč je v kvalifikovaném prostředku.
    [AdESeal] Jde o zaručenou elektronickou pečeť; její certifikát není kvalifikovaný.
    [QESig] Jde o kvalifikovaný elektronický podpis osoby, ne o pečeť organizace.
    [AdESig-QC] Jde o zaručený elektronický podpis osoby založený na kvalifikovaném certifikátu, ne o pečeť organizace.
    [AdESig] Jde o elektronický podpis osoby, ne o pečeť organizace; certifikát není kvalifikovaný.
   *[none] Nelze zjistit, zda je pečeť kvalifikovaná.
}
finding-qualification-open = { $class ->
    [QESeal] Podle důvěryhodných seznamů by to byla kvalifikovaná elektronická pečeť; dokud některé kontroly nejsou dokončeny, nelze to potvrdit.
    [AdESeal-QC] Podle důvěryhodných seznamů by to byla zaručená elektronická pečeť založená na kvalifikovaném certifikátu; dokud některé kontroly nejsou dokončeny, nelze to potvrdit.
    [AdESeal] Podle důvěryhodných seznamů její certifikát není kvalifikovaný.
    [QESig] Podle důvěryhodných seznamů by to byl kvalifikovaný elektronický podpis osoby, ne pečeť; dokud některé kontroly nejsou dokončeny, nelze to potvrdit.
    [AdESig-QC] Podle důvěryhodných seznamů by to byl elektronický podpis osoby založený na kvalifikovaném certifikátu, ne pečeť.
    [AdESig] Podle důvěryhodných seznamů by to byl elektronický podpis osoby, ne pečeť.
   *[none] Nelze zjistit, zda je pečeť kvalifikovaná.
}
finding-qualification-reason = { $reason ->
    [test] Zkušební pečeť nemá právní účinky.
    [not_consulted] Důvěryhodné seznamy EU nebyly použity, a proto nelze uvést, zda je pečeť kvalifikovaná.
    [no_path] Dokud není známa důvěryhodná autorita certifikátu, nelze zjistit, zda je pečeť kvalifikovaná.
    [no_lists] Seznam důvěryhodných seznamů EU není k dispozici.
    [list_unavailable] Důvěryhodný seznam { $detail } není k dispozici, nebo ho nelze uznat.
    [not_listed] Autorita není na žádném důvěryhodném seznamu EU.
    [not_listed_then] Autorita v té době na žádném důvěryhodném seznamu nebyla.
    [not_that_service] Služba na seznamu kvalifikované certifikáty nevydávala.
    [not_for_this_type] Služba na seznamu certifikáty tohoto druhu nevydávala.
    [not_granted] Stav služby na seznamu byl tehdy „{ $detail }“.
    [overruled] Důvěryhodný seznam uvádí, že takové certifikáty kvalifikované nejsou.
    [unclear] Není jasné, co důvěryhodný seznam o takových certifikátech uvádí.
    [conflict] Záznamy na důvěryhodných seznamech si odporují.
    [not_claimed] Certifikát o sobě neuvádí, že je kvalifikovaný.
    [other_law] Certifikát je kvalifikovaný podle práva jiné země.
    [type_unclear] Není jasné, k čemu certifikát slouží.
   *[for_websites] Certifikát je určen pro webové stránky.
}
finding-qualification-by = Podle důvěryhodného seznamu { $list } č. { $sequence }: { $provider }, služba „{ $service }“.
finding-qualification-times = { $issuance ->
    [yes] { $sealing ->
        [yes] Certifikát byl kvalifikovaný při svém vydání i v době zapečetění.
       *[no] Certifikát byl kvalifikovaný při svém vydání, ale v době zapečetění už ne.
    }
   *[no] { $sealing ->
        [yes] Certifikát při svém vydání kvalifikovaný nebyl; v době zapečetění by byl.
       *[no] Certifikát nebyl kvalifikovaný při svém vydání ani v době zapečetění.
    }
}
finding-qualification-stale = Seznam, ze kterého to vychází, je zastaralý: novější měl vyjít nejpozději { $since }.

finding-issuer = { $outcome ->
    [holds] Vydavatel uvedený v údajích je organizace z certifikátu: { $certificate }.
    [unvouched] Údaje uvádějí jako vydavatele organizaci z certifikátu; její název nepotvrzuje žádná důvěryhodná autorita.
    [fails] Vydavatel uvedený v údajích ({ $issuer }) není organizace z certifikátu ({ $certificate }).
   *[open] Nelze zjistit, zda vydavatel uvedený v údajích je organizace z certifikátu.
}
finding-issuer-differs = { $what ->
    [name] Liší se název: v údajích „{ $issuer }“, v certifikátu „{ $certificate }“.
    [identifier] Liší se identifikátor: v údajích { $issuer }, v certifikátu { $certificate }.
    [scheme] Identifikátory jsou různého druhu a nelze je porovnat: v údajích { $issuer }, v certifikátu { $certificate }.
    [country] Liší se země: v údajích { $issuer }, v certifikátu { $certificate }.
    [tax] Daňové číslo v údajích patří někomu jinému.
    [language] Údaje neuvádějí název vydavatele v jazyce certifikátu: v údajích „{ $issuer }“, v certifikátu „{ $certificate }“.
    [no-name] Údaje neobsahují název, který by bylo možné porovnat s certifikátem.
    [no-country] Údaje nebo certifikát neuvádějí zemi.
    [no-identifier] Certifikát neuvádí identifikátor organizace.
   *[no-issuer] Údaje neuvádějí identifikátor vydavatele.
}

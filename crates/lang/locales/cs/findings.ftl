# Co se o pečeti zjistilo, jedna věta na každé zjištění, a jak to nazývá zákon.

finding-aspect = { $aspect ->
    [integrity] Neporušenost
    [signer] Kdo zapečetil
    [revocation] Zneplatnění certifikátu
    [time] Čas
    [algorithms] Algoritmy
    [level] Jak dlouho to lze doložit
    [qualification] Postavení podle práva
   *[issuer] Vydavatel a certifikát
}

finding-seal-number = pečeť { $number }

finding-structure = { $kind ->
    [holds] Pečeť je zapsána podle normy.
    [fails] Pečeť není zapsána podle normy.
    [expired] Pečeť o sobě uvádí, že se od { $when } už nemá přijímat.
   *[open] Zápis pečeti nelze posoudit.
}
finding-byte-range = { $outcome ->
    [holds] Pečeť kryje celý dokument.
    [fails] Pečeť nekryje celý dokument.
   *[open] Nelze určit, co pečeť kryje.
}
finding-integrity = { $kind ->
    [holds] { $part ->
        [document] PDF nebylo od zapečetění změněno.
        [embedded] Datový soubor v PDF nebyl od zapečetění změněn.
       *[credential] Datový soubor nebyl od zapečetění změněn.
    }
    [fails] { $part ->
        [document] Obsah PDF neodpovídá pečeti: mohl být změněn.
        [embedded] Obsah datového souboru v PDF neodpovídá pečeti: mohl být změněn.
       *[credential] Obsah datového souboru neodpovídá pečeti: mohl být změněn.
    }
    [algorithm] Neporušenost nelze ověřit: pečeť je vytvořena algoritmem, který se zde neověřuje.
    [certificate] Neporušenost nelze ověřit: chybí certifikát, kterým se pečeť ověřuje.
   *[open] Neporušenost nelze ověřit.
}
finding-changes-after = { $kind ->
    [none] Po zapečetění nepřibylo nic.
    [evidence] Po zapečetění nepřibylo nic kromě časových razítek a dokladů k pečeti.
    [seals] Po zapečetění nepřibylo nic kromě dalších pečetí, časových razítek a dokladů k nim.
    [shown] Po zapečetění přibylo něco, co je vidět a co formát PDF připouští, například vyplněné pole nebo viditelný podpis. Pečeť za to neručí.
    [content] Po zapečetění byl dokument doplněn o jiný obsah.
   *[metadata] Po zapečetění přibylo v dokumentu něco, co není vidět na jeho stránkách; zda na tom záleží, nelze určit.
}
finding-signer = { $outcome ->
    [holds] Pečeť jednoznačně určuje certifikát, kterým vznikla: „{ $name }“.
    [unvouched] Pečeť jednoznačně určuje certifikát, kterým vznikla. Za jména v něm neručí žádná důvěryhodná autorita.
   *[open] Certifikát, kterým pečeť vznikla, nelze jednoznačně určit.
}
finding-chain = { $kind ->
    [trusted] Certifikát vede k autoritě „{ $anchor }“, které tento ověřovatel důvěřuje.
    [listed] Certifikát vede k autoritě „{ $anchor }“, která je na důvěryhodném seznamu { $list }.
    [test] Certifikát vede ke zkušebnímu kořeni „{ $anchor }“, jaký si může vytvořit kdokoli.
    [expired] Certifikátu autority „{ $certificate }“ skončila platnost.
    [early] Certifikát autority „{ $certificate }“ ještě neplatil.
    [rule] Certifikát „{ $certificate }“ porušuje pravidlo svých autorit, a proto se za certifikát pro pečeť nepočítá.
    [algorithm] Certifikát „{ $certificate }“ je podepsán algoritmem, který se zde neověřuje.
    [certificate] Bez certifikátu pečeti nelze říci, která autorita jej vydala.
   *[nobody] Certifikát nevede k žádné autoritě, které tento ověřovatel důvěřuje.
}
finding-certificate-validity = { $kind ->
    [proved] V okamžiku, který je u pečeti doložen ({ $at }), certifikát platil: od { $from } do { $until }.
    [now] Certifikát platí od { $from } do { $until }. Kdy pečeť vznikla, žádné časové razítko nedokládá, a tak rozhoduje okamžik ověření.
    [early] V rozhodné době certifikát ještě neplatil: platí až od { $from }.
    [late] Certifikátu skončila platnost ({ $until }) dříve, než obsah dostal časové razítko: pečeť vznikla příliš pozdě.
    [ended] Certifikátu skončila platnost { $until } a žádné časové razítko nedokazuje, že pečeť je starší.
   *[unknown] Bez certifikátu pečeti nelze jeho platnost posoudit.
}

finding-source = { $source ->
    [ocsp] { $origin ->
        [embedded] podle odpovědi autority (OCSP), kterou soubor nese
       *[fetched] podle odpovědi autority (OCSP) získané pro toto ověření
    }
   *[crl] { $origin ->
        [embedded] podle seznamu zneplatněných certifikátů, který soubor nese
       *[fetched] podle seznamu zneplatněných certifikátů získaného pro toto ověření
    }
}
finding-reason = { $reason ->
    [keyCompromise] klíč se dostal do cizích rukou
    [cACompromise] klíč autority se dostal do cizích rukou
    [affiliationChanged] změnily se údaje organizace
    [superseded] nahradil jej jiný certifikát
    [cessationOfOperation] přestal se používat
    [privilegeWithdrawn] bylo odňato oprávnění
    [certificateHold] pozastaven
   *[unspecified] důvod není uveden
}
finding-revocation = { $kind ->
    [good] Certifikát nebyl zneplatněn: stav k { $as_of } { $source }.
    [later] Certifikát je od { $since } zneplatněn ({ $reason }), ale časové razítko dokazuje, že pečeť je starší. Proto platí.
    [never] Certifikát o sobě uvádí, že se nezneplatňuje, a jeho autorita za to ručí.
    [anchor] Tento ověřovatel důvěřuje přímo tomuto certifikátu, a tak se na něj žádné autority neptá.
    [too-late] Certifikát byl zneplatněn dříve, než obsah dostal časové razítko: pečeť vznikla příliš pozdě.
    [before] Certifikát je od { $since } zneplatněn ({ $reason }) a nic nedokazuje, že pečeť je starší.
    [authority] Certifikát autority „{ $certificate }“ je od { $since } zneplatněn ({ $reason }) a nic nedokazuje, že pečeť je starší.
    [hold] Platnost certifikátu „{ $certificate }“ je od { $since } pozastavena. Autorita ji může obnovit, nebo certifikát zneplatnit; zkuste to prosím později.
    [old] To, co je o certifikátu „{ $certificate }“ známo, je příliš staré: stav k { $as_of } { $source }.
    [stranger] Autorita, která byla dotázána, certifikát „{ $certificate }“ nezná.
    [nobody] Zda byl certifikát „{ $certificate }“ zneplatněn, není známo: soubor to neuvádí a nikdo nebyl dotázán.
    [unanswered] Zda byl certifikát „{ $certificate }“ zneplatněn, není známo: jeho autorita nebyla dostupná nebo její odpověď nelze použít. Zkuste to prosím později.
    [nowhere] Zda byl certifikát „{ $certificate }“ zneplatněn, není známo: soubor to neuvádí a z certifikátu není zřejmé, koho se zeptat.
    [unusable] Zda byl certifikát „{ $certificate }“ zneplatněn, není známo: odpověď, která je k dispozici, nevydala jeho autorita, nebo jí nelze rozumět.
    [unproved] Zda byl certifikát „{ $certificate }“ zneplatněn, nelze doložit: odpověď, která je k dispozici, je použitelná jen pro jinou dobu, nebo ztratila sílu dříve, než ji ochránilo časové razítko.
   *[unknown] Na zneplatnění certifikátu se nelze zeptat, dokud není známo, která důvěryhodná autorita jej vydala.
}

finding-algorithms = { $kind ->
    [lasting] Použité algoritmy jsou bezpečné ({ $algorithm }, { $key }); konec této bezpečnosti není znám.
    [until] Použité algoritmy jsou bezpečné ({ $algorithm }, { $key }), podle dnešních pravidel do { $until }.
    [ended] { $algorithm } se v okamžiku, který je u pečeti doložen, už za bezpečný nepovažoval: jeho doba skončila { $until }.
    [unproved] { $algorithm } se považuje za bezpečný jen do { $until } a žádné časové razítko nedokazuje, že pečeť je starší.
    [never] { $algorithm } se za bezpečný nepovažuje.
   *[unknown] Použité algoritmy nelze posoudit: některý z nich není znám, nebo chybí certifikát.
}

finding-time = { $kind ->
    [proved] Časové razítko dokazuje, že pečeť existovala { $when }.
    [claimed] Kdy pečeť vznikla, žádné časové razítko nedokládá. Pečetící organizace uvádí { $when }.
   *[unknown] Kdy pečeť vznikla, není nikde uvedeno.
}
finding-stamp = { $check ->
    [signature] { $outcome ->
        [holds] Časové razítko autority „{ $authority }“ dokazuje, že pečeť existovala { $when }.
        [fails] Časové razítko pečeti neplatí.
       *[open] Časové razítko pečeti nelze ověřit.
    }
    [content] { $outcome ->
        [holds] Časové razítko autority „{ $authority }“ dokazuje, že obsah existoval { $when }, tedy před zapečetěním.
        [fails] Časové razítko obsahu neplatí.
       *[open] Časové razítko obsahu nelze ověřit.
    }
   *[archive] { $outcome ->
        [holds] Archivní časové razítko autority „{ $authority }“ z { $when } od té doby chrání pečeť i doklady k ní.
        [fails] Archivní časové razítko neplatí.
       *[open] Archivní časové razítko nelze ověřit.
    }
}
finding-stamp-cause = { $cause ->
    [integrity] Týká se jiného obsahu, nebo bylo změněno.
    [signer] Čí je, nelze jednoznačně určit.
    [chain] Nevede k žádné autoritě časových razítek, které tento ověřovatel důvěřuje.
    [validity] Jeho čas neodpovídá platnosti certifikátu autority, nebo ostatním časovým razítkům.
    [revoked] Certifikát jeho autority byl zneplatněn.
    [revocation] Zda byl certifikát jeho autority zneplatněn, není známo.
    [algorithms] Jeho algoritmy se za bezpečné nepovažují.
    [order] Jeho čas neodpovídá ostatním časovým razítkům.
    [changed] To, co přibylo po něm, mění dokument.
   *[structure] Nelze je přečíst jako časové razítko.
}
finding-stamp-left-out = Nepočítá se: nic nedokládá a pečeti nic neubírá.
finding-stamp-qualified = { $qualified ->
    [yes] Podle důvěryhodných seznamů EU je kvalifikované.
    [no] Podle důvěryhodných seznamů EU není kvalifikované.
   *[unknown] Zda je kvalifikované, nelze říci: důvěryhodný seznam, na kterém by bylo, není k dispozici.
}

finding-level = { $level ->
    [B-LTA] Úroveň B-LTA: pečeť nese vše, čím ji lze doložit po desítky let, budou-li její archivní razítka včas obnovována. Nikoho není třeba se ptát.
    [B-LT] Úroveň B-LT: pečeť nese vše, čím ji lze posoudit bez dotazování, dokud její časové razítko nezestárne.
    [B-T] Úroveň B-T: pečeť nese doklad o čase. Na zneplatnění certifikátu je třeba se ptát jeho autority, dokud odpovídá.
    [B-B] Úroveň B-B: pečeť nenese nic než sebe samu. Až jejímu certifikátu skončí platnost, nepůjde ji doložit.
   *[not_baseline] Pečeť toho nese příliš málo na kteroukoli úroveň normy.
}
finding-level-carried = Soubor nese, co žádá úroveň { $carried }. Všechno se tu ale ověřit nepodařilo: některé z autorit tento ověřovatel nedůvěřuje, nebo chybí údaj o zneplatnění certifikátu. Ověřena je úroveň { $reach }.
finding-baseline = { $kind ->
    [sigT] Čas zapečetění je zapsán starším způsobem (sigT), který novější vydání normy už nepoužívá. Je to jen věc formy; co pečeť dokazuje, se tím nemění.
    [certificate] Pečeť neuvádí svůj certifikát tak, jak to žádá evropská norma.
    [plain] Je to prostý podpis obsahu (CMS, RFC 5652): certifikát ani čas v něm nejsou zapečetěny, a proto to není zaručená pečeť podle evropské normy.
   *[form] Formou se pečeť odchyluje od profilu evropské normy ({ $deviations }). Co dokazuje, říkají ostatní zjištění.
}

finding-qualification = { $class ->
    [QESeal] Je to kvalifikovaná elektronická pečeť (čl. 3 bod 27 nařízení eIDAS): v celé EU se má za to, že původ i obsah jsou pravé.
    [AdESeal-QC] Je to zaručená elektronická pečeť založená na kvalifikovaném certifikátu (čl. 37 nařízení eIDAS); že by klíč byl v kvalifikovaném prostředku, uvedeno není.
    [AdESeal] Je to zaručená elektronická pečeť; její certifikát není kvalifikovaný.
    [QESig] Je to kvalifikovaný elektronický podpis osoby, nikoli pečeť organizace.
    [AdESig-QC] Je to zaručený elektronický podpis osoby založený na kvalifikovaném certifikátu, nikoli pečeť organizace.
    [AdESig] Je to elektronický podpis osoby, nikoli pečeť organizace; certifikát není kvalifikovaný.
   *[none] Zda je pečeť kvalifikovaná, nelze říci.
}
finding-qualification-open = { $class ->
    [QESeal] Podle důvěryhodných seznamů by to byla kvalifikovaná elektronická pečeť; dokud nejsou jistá ostatní zjištění, nelze to říci.
    [AdESeal-QC] Podle důvěryhodných seznamů by to byla zaručená elektronická pečeť založená na kvalifikovaném certifikátu; dokud nejsou jistá ostatní zjištění, nelze to říci.
    [AdESeal] Podle důvěryhodných seznamů její certifikát není kvalifikovaný.
    [QESig] Podle důvěryhodných seznamů by to byl kvalifikovaný elektronický podpis osoby, nikoli pečeť; dokud nejsou jistá ostatní zjištění, nelze to říci.
    [AdESig-QC] Podle důvěryhodných seznamů by to byl elektronický podpis osoby založený na kvalifikovaném certifikátu, nikoli pečeť.
    [AdESig] Podle důvěryhodných seznamů by to byl elektronický podpis osoby, nikoli pečeť.
   *[none] Zda je pečeť kvalifikovaná, nelze říci.
}
finding-qualification-reason = { $reason ->
    [trial] Podle práva zkušební pečeť žádnou pečetí není.
    [not_consulted] Důvěryhodné seznamy EU nebyly použity, a tak se o tom, zda je pečeť kvalifikovaná, nic neříká.
    [no_path] Dokud není známa důvěryhodná autorita certifikátu, nelze o tom, zda je pečeť kvalifikovaná, nic říci.
    [no_lists] Seznam důvěryhodných seznamů EU není k dispozici.
    [list_unavailable] Důvěryhodný seznam { $detail } není k dispozici, nebo jej nelze uznat.
    [not_listed] Autorita není na žádném důvěryhodném seznamu EU.
    [not_listed_then] Autorita v té době na žádném důvěryhodném seznamu nebyla.
    [not_that_service] Služba na seznamu kvalifikované certifikáty nevydávala.
    [not_for_this_type] Služba na seznamu certifikáty tohoto druhu nevydávala.
    [not_granted] Stav služby na seznamu byl tehdy „{ $detail }“.
    [overruled] Důvěryhodný seznam uvádí, že takové certifikáty kvalifikované nejsou.
    [unclear] Co důvěryhodný seznam o takových certifikátech uvádí, není jasné.
    [conflict] Záznamy na důvěryhodných seznamech si odporují.
    [not_claimed] Certifikát se za kvalifikovaný neprohlašuje.
    [other_law] Certifikát je kvalifikovaný podle práva jiné země.
    [type_unclear] K čemu certifikát slouží, není jasné.
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
finding-qualification-stale = Seznam, o který se to opírá, je zastaralý: novější měl být k dispozici od { $since }.

finding-issuer = { $outcome ->
    [holds] Vydavatel uvedený v údajích je organizace z certifikátu: { $certificate }.
    [unvouched] Údaje uvádějí jako vydavatele organizaci z certifikátu; za to jméno neručí žádná důvěryhodná autorita.
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
    [no-name] Údaje nemají název, který by šlo s certifikátem porovnat.
    [no-country] Údaje a certifikát neuvádějí oboje zemi.
    [no-identifier] Certifikát neuvádí identifikátor organizace.
   *[no-issuer] Údaje neuvádějí identifikátor vydavatele.
}

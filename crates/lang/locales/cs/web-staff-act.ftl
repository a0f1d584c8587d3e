# Úkony s jednotkou učení: každý má stránku, na které se nejprve zkontroluje, co se stane.

web-staff-act-title = { $act ->
    [submit] Předložit text garantovi
    [withdraw] Vzít text zpět
    [endorse] Doporučit text
    [return] Vrátit text s připomínkami
    [approve] Schválit verzi
    [publish] Zveřejnit v katalogu
    [unpublish] Stáhnout z katalogu
    [suspend] Pozastavit vydávání
    [resume] Obnovit vydávání
    [entrust] Určit garanta
   *[retire] Trvale ukončit jednotku
}
web-staff-act-about = { $act ->
    [submit] Text se uzamkne a garant jednotky ho posoudí. Měnit ho půjde až poté, co ho vezmete zpět nebo co vám ho oddělení kvality vrátí.
    [withdraw] Text bude opět možné měnit. Pokud ho garant už doporučil, jeho doporučení přestane platit.
    [endorse] Doporučením říkáte, že je text správný a že za jednotku odpovídáte. Oddělení kvality ho pak schválí, nebo vrátí s připomínkami.
    [return] Autoři dostanou text i s připomínkami zpět, upraví ho a předloží znovu.
    [approve] Ze schváleného textu se stane verze, která se už nikdy nezmění. Od prvního dne platnosti se podle ní smí vydávat mikrocertifikáty.
    [publish] Jednotku v katalogu uvidí každý, i bez přihlášení.
    [unpublish] Jednotka v katalogu nebude. Vydané mikrocertifikáty platí dál a další se smí vydávat jako dosud.
    [suspend] Dokud jednotku neobnovíte, nelze podle ní nic vydat a není v katalogu. Vydané mikrocertifikáty platí dál.
    [resume] Podle jednotky se bude opět smět vydávat. Pokud byla zveřejněna, vrátí se do katalogu.
    [entrust] Garant za jednotku odpovídá: doporučuje její texty, stará se o její běhy a uzavírá jejich výsledky. Dosavadní garant už za ni odpovídat nebude. Co doporučil, zůstává doporučené.
   *[retire] Jednotka se přestane nabízet a obnovit ji nelze. Vydat půjde jen výsledky, kterých bylo dosaženo nejpozději dnes. Vydané mikrocertifikáty platí dál.
}
web-staff-act-button = { $act ->
    [submit] Předložit
    [withdraw] Vzít zpět
    [endorse] Doporučit
    [return] Vrátit autorům
    [approve] Schválit
    [publish] Zveřejnit
    [unpublish] Stáhnout
    [suspend] Pozastavit
    [resume] Obnovit
    [entrust] Určit
   *[retire] Ukončit natrvalo
}
web-staff-act-done = { $act ->
    [submit] Text je předložen
    [withdraw] Text je zpět u autorů
    [endorse] Text je doporučen
    [return] Text je vrácen autorům
    [approve] Verze je schválena
    [publish] Jednotka je v katalogu
    [unpublish] Jednotka v katalogu není
    [suspend] Vydávání je pozastaveno
    [resume] Vydávání je obnoveno
    [entrust] Garant byl určen
   *[retire] Jednotka je ukončena
}
web-staff-act-check = Zkontrolujte, než potvrdíte
web-staff-act-unit = Jednotka
web-staff-act-version = Verze
web-staff-act-digest = Otisk textu (SHA-256)
web-staff-act-from = První den platnosti
web-staff-act-from-hint = Od tohoto dne se podle verze smí vydávat. Například 1. 9. 2026.
web-staff-act-review = Posoudit znovu do
web-staff-act-review-hint = Po tomto dni se podle verze nesmí vydávat, dokud nebude schválena nová. Šedesát, třicet a sedm dní předem na to Signet upozorní.
web-staff-act-guarantor = Garant
web-staff-act-guarantor-hint = Lidé s rolí garanta, která zahrnuje tuto jednotku
web-staff-act-guarantor-none = Roli garanta pro tuto jednotku tu nikdo nemá. Nejprve ji nechte někomu přidělit.
web-staff-act-guarantor-choose = Vyberte
web-staff-act-problem-guarantor = Vyberte, kdo bude za jednotku odpovídat.
web-staff-act-reason = Důvod
web-staff-act-reason-hint = Důvod uvidí kolegové v historii jednotky. Neuvádějte osobní údaje.
web-staff-act-remarks = Připomínky
web-staff-act-remarks-lead = Připomínku napište k údaji, kterého se týká. Autoři ji uvidí u něj.
web-staff-act-remark-open = Připomínka k údaji
web-staff-act-remark-to = Připomínka: { $field }
web-staff-act-principles = Zásady mikrocertifikátů
web-staff-act-principles-lead = Potvrďte, že jednotka splňuje všech deset zásad z přílohy II doporučení Rady o evropském přístupu k mikrocertifikátům (2022/C 243/02). Pokud některou nesplňuje, vraťte text s připomínkami.
web-staff-act-principles-met = Splněné zásady
web-staff-act-principles-all = všech deset
web-staff-act-principle = { $principle ->
    [quality] Kvalita: jednotka podléhá vnitřnímu i vnějšímu zajištění kvality.
    [transparency] Transparentnost: je zřejmé, co se člověk naučí, v jakém rozsahu a na jaké úrovni.
    [relevance] Relevance: výsledky učení odpovídají potřebě, kterou mají naplnit.
    [assessment] Platné hodnocení: výsledky učení se hodnotí podle zveřejněných kritérií.
    [pathways] Vzdělávací dráhy: je uvedeno, zda a jak lze jednotku spojit s dalším vzděláváním.
    [recognition] Uznávání: údaje stačí k tomu, aby jednotku mohl posoudit někdo jiný.
    [portability] Přenositelnost: mikrocertifikát patří držiteli, který ho může ukládat a sdílet.
    [learner] Zaměření na studující: jednotka vychází z potřeb těch, pro které je určena.
    [authentic] Autentičnost: je dáno, jak se ověří totožnost a kdo mikrocertifikát uděluje.
   *[guidance] Informace a poradenství: zájemci vědí, pro koho jednotka je a na koho se obrátit.
}
web-staff-act-text = Text, o kterém rozhodujete
web-staff-act-text-before = Rozdíl proti schválené verzi { $version }
web-staff-act-text-same = Text se od schválené verze { $version } neliší.
web-staff-act-text-first = Jednotka zatím žádnou schválenou verzi nemá, není proto s čím porovnávat.
web-staff-act-next = Pokračovat ke kontrole
web-staff-act-refused = Teď to nejde
web-staff-act-stale-title = Text se mezitím změnil
web-staff-act-stale-difference = Co se změnilo
web-staff-act-read-again = Přečíst si nynější text
web-staff-act-back = Zpět na jednotku
web-staff-act-difference-field = Údaj
web-staff-act-difference-before = Dříve
web-staff-act-difference-after = Nyní
web-staff-act-difference-none = není
web-staff-act-problem-title = Chyba: { $title }
web-staff-act-problem = Vyskytl se problém
web-staff-act-problem-from = Zadejte první den platnosti. Napište ho jako 1. 9. 2026 nebo 2026-09-01.
web-staff-act-problem-review = Zadejte den, do kterého se má verze znovu posoudit. Napište ho jako 1. 9. 2029 nebo 2029-09-01.
web-staff-act-problem-reason = Napište důvod na jeden řádek, nejvýše 1000 znaků.
web-staff-act-problem-principle = Potvrďte tuto zásadu, nebo text vraťte s připomínkou.

# E-maily k účtům: že čeká práce a co se stalo s účtem. Předmět neříká nic osobního a jméno držitele v nich nikdy není.

account-letter-subject = { $kind ->
    [digest] Co na vás čeká – { $institution }
    [returned] Text jednotky se vrátil s připomínkami – { $institution }
    [approved] Text jednotky je schválený – { $institution }
    [done] Mikrocertifikáty jsou vydané – { $institution }
    [failed] Některé mikrocertifikáty se nepodařilo zapečetit – { $institution }
    [given] Dostali jste roli – { $institution }
    [ends] Vaše role brzy skončí – { $institution }
    [identity] K vašemu účtu přibyl další způsob přihlášení – { $institution }
    [merged] Vaše účty jsou spojené – { $institution }
    [parted] Spojené účty jsou zase rozdělené – { $institution }
    [emergency] Byl vydán nouzový přihlašovací odkaz – { $institution }
   *[address] Budeme vám psát na jinou adresu – { $institution }
}
account-letter-heading = { $kind ->
    [digest] Co na vás čeká
    [returned] Text se vrátil s připomínkami
    [approved] Text je schválený
    [done] Mikrocertifikáty jsou vydané
    [failed] Některé mikrocertifikáty se nepodařilo zapečetit
    [given] Dostali jste roli
    [ends] Vaše role brzy skončí
    [identity] K účtu přibyl další způsob přihlášení
    [merged] Účty jsou spojené
    [parted] Účty jsou zase rozdělené
    [emergency] Byl vydán nouzový přihlašovací odkaz
   *[address] Budeme vám psát na jinou adresu
}
account-letter-told = { $kind ->
    [digest] v instituci { $institution } na vás čeká:
    [returned] text jednotky „{ $title }“, na kterém jste pracovali, se v instituci { $institution } vrátil s připomínkami.
    [approved] text jednotky „{ $title }“, na kterém jste pracovali, byl v instituci { $institution } schválen.
    [done] všechno, co jste v instituci { $institution } nechali vydat z jednotky „{ $title }“, je zapečetěné.
    [failed] část toho, co jste v instituci { $institution } nechali vydat z jednotky „{ $title }“, se zatím nepodařilo zapečetit.
    [given] v instituci { $institution } jste dostali roli „{ $title }“.
    [ends] vaše role „{ $title }“ v instituci { $institution } brzy skončí.
    [identity] k vašemu účtu u služby { $institution } přibyl další způsob přihlášení.
    [merged] dva účty u služby { $institution } se spojily v jeden, protože to při přihlášení potvrdil jejich majitel.
    [parted] účty u služby { $institution }, které se dříve spojily, provozovatel zase rozdělil.
    [emergency] v instituci { $institution } byl pro účet { $title } vydán nouzový přihlašovací odkaz, protože se nelze přihlásit obvyklým způsobem. Lze ho použít jednou, do 15 minut, a přihlášení pak trvá 15 minut.
   *[address] vaše instituce teď pro váš účet u služby { $institution } uvádí jinou e-mailovou adresu. Tento e-mail jsme poslali na obě.
}
account-letter-sealed = Zapečetěno: { $count }
account-letter-failing = Nezapečetěno: { $count }
account-letter-role-until = Skončí s koncem dne { $day }.
account-letter-task = { $what }: { $count }
account-letter-next = { $kind ->
    [digest] Úkoly najdete na stránce Moje práce.
    [returned] Připomínky najdete u jednotky. Až je vypořádáte, předložte text znovu.
    [approved] Jednotku teď můžete zveřejnit v katalogu a vydávat podle ní mikrocertifikáty.
    [done] Držitelům, jejichž adresu instituce zná, píšeme e-mail. Jednotlivé mikrocertifikáty najdete na stránce Vydávání.
    [failed] Na stránce Vydávání najdete, co se u kterého nepovedlo. Až bude příčina odstraněná, spustíte tam pečetění znovu.
    [given] Své úkoly najdete po přihlášení na stránce Moje práce. Pokud roli nečekáte, napište tomu, kdo ve vaší instituci role uděluje.
    [ends] Pokud ji budete dál potřebovat, požádejte toho, kdo ve vaší instituci role uděluje, o prodloužení. Jinak nemusíte dělat nic.
    [identity] Pokud jste ho nepřidali vy, ukončete po přihlášení všechna svá jiná přihlášení a napište provozovateli služby. Způsob přihlášení odebere.
    [merged] Pokud jste to nebyli vy nebo druhý účet patří někomu jinému, napište do 30 dnů provozovateli služby. Účty zase rozdělí.
    [parted] Pokud jste o to nežádali, napište provozovateli služby.
    [emergency] Pokud nevíte proč, zeptejte se hned provozovatele služby: v jeho záznamech je, kdo odkaz vydal a z jakého důvodu.
   *[address] Pokud nová adresa není vaše, napište své vysoké škole: adresu jsme dostali od ní.
}
account-letter-button = { $kind ->
    [digest] Otevřít Moji práci
    [returned] Otevřít jednotku
    [approved] Otevřít jednotku
    [done] Otevřít vydávání
    [failed] Otevřít vydávání
    [given] Otevřít Moji práci
    [ends] Otevřít Moji práci
    [identity] Otevřít svůj účet
    [merged] Otevřít svůj účet
    [parted] Otevřít svůj účet
    [emergency] Přihlásit se
   *[address] Otevřít svůj účet
}
account-letter-optional = Tyto e-maily si můžete po přihlášení vypnout na stránce svého účtu.
account-letter-always = Tento e-mail posíláme vždy, protože jde o to, kdo se k účtu dostane.
account-letter-other = { $kind ->
    [digest] Česky: v instituci { $institution } na vás čekají úkoly. Najdete je odkazem výše.
    [returned] Česky: text jednotky se v instituci { $institution } vrátil s připomínkami. Otevřete ho odkazem výše.
    [approved] Česky: text jednotky byl v instituci { $institution } schválen. Otevřete ho odkazem výše.
    [done] Česky: všechno, co jste v instituci { $institution } nechali vydat, je zapečetěné. Najdete to odkazem výše.
    [failed] Česky: část toho, co jste v instituci { $institution } nechali vydat, se nepodařilo zapečetit. Najdete to odkazem výše.
    [given] Česky: v instituci { $institution } jste dostali roli. Otevřete ji odkazem výše.
    [ends] Česky: vaše role v instituci { $institution } brzy skončí. Otevřete ji odkazem výše.
    [identity] Česky: k vašemu účtu u služby { $institution } přibyl další způsob přihlášení. Pokud to nebylo od vás, napište provozovateli služby.
    [merged] Česky: dva účty u služby { $institution } se spojily v jeden. Pokud to nebylo od vás, napište do 30 dnů provozovateli služby.
    [parted] Česky: spojené účty u služby { $institution } jsou zase rozdělené.
    [emergency] Česky: v instituci { $institution } byl vydán nouzový přihlašovací odkaz. Pokud nevíte proč, zeptejte se hned provozovatele služby.
   *[address] Česky: pro váš účet u služby { $institution } teď platí jiná e-mailová adresa. Pokud není vaše, napište své vysoké škole.
}

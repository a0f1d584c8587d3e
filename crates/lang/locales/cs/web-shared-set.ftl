# Stránka odkazu, který ukazuje několik mikrocertifikátů.

web-shared-set-title = Sdílené mikrocertifikáty
web-shared-set-lead = { $count ->
    [one] Držitel s vámi sdílí { $count } mikrocertifikát.
    [few] Držitel s vámi sdílí { $count } mikrocertifikáty. Každý je ověřen zvlášť.
   *[other] Držitel s vámi sdílí { $count } mikrocertifikátů. Každý je ověřen zvlášť.
}
web-shared-set-sum = Platné mají dohromady { $credits }.

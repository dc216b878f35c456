"""How French names other instruments and documents: fragments for the grammar."""

from __future__ import annotations

L = "[lI1](?: ?[’'‘´`]|(?= (?:art|alin|annex)))"
"""The elided article, and what text recognition makes of it."""
INSTRUMENT = (
    "conventions?|protocoles?|accords?|traités?|règlements?|directives?|lois?|codes?|décrets?"
    "|ordonnances?|arrêtés?|dahirs?|proclamations?|circulaires?|constitutions?|chartes?|pactes?|statuts?|actes?|déclarations?"
    "|résolutions?|amendement de Kigali"
    "|GATT|CITES|CCNUCC|CNUDM|TFUE|TUE|RGPD|CEDH|CDB|REACH|ORRChim|OChim|LChim|LPE|LEaux|OEaux|OPair|OMoD|OLED"
    "|(?-i:(?<=[\\d)]\\x20)(?:Cst|CPP?|CPC|CC|CO))"
)
CITY = "(?-i:Bâle|Stockholm|Rotterdam|Montréal)"
"""Another treaty by its city: "l'article 4 de Bâle"."""
NO_TREATY = (
    "règlements?|directives?|lois?|codes?|décrets?|ordonnances?|arrêtés?|statuts?|actes?|protocoles?"
    "|accords?|règles"
)
"""What our Convention is not: "le présent règlement" is the text's own law."""
LINK_WORD = (
    f"(?:de|du|des|d[’']|la|le|les|{L}|sur|relatif|relative|aux?|à|et|en|pour|contre|concernant)"
)
NAME_WORD = (
    "(?:n[°ºo]\\.?(?= ?\\d)|(?-i:[A-ZÉÈÀÎ])[\\w’'-]*|\\([^()]{1,20}\\)|\\d[\\w./-]*|contrôle"
    "|mouvements|transfrontières?|déchets|dangereux|élimination|polluants|organiques|persistants|procédure"
    "|consentement|préalable|connaissance|cause|applicable|certains|produits|chimiques|pesticides"
    "|commerce|international[es]*|intérieur|protection|environnement|couche|ozone|changements"
    "|européenn?e?|africaine?|l[’']homme|homme|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    "|décembre|mercure|climatiques|diversité|biologique|droit des traités|droits?|traités"
    "|travail|civil|pénal|fédérale?|cadre|unique|douanes|mini(?:er|ère)"
    "|pollution|atmosphérique|longue|distance|enfants?|femmes?|zones|humides|espèces|faune|flore|sauvages|menacées|extinction|mer|désertification|patrimoine|mondial|peuples|autochtones"
    "|mines|forestier|forêts|eaux?|rural|foncier|fiscal|général|impôts|procédure|santé|publique"
    "|consommation|investissements|collectivités|territoriales|sécurité|sociale|exécutif|organique|(?:inter)?ministériel(?:le)?|présidentiel(?:le)?|préfectoral|gouvernemental|royal)"
)
DOCUMENT = (
    "rapports?|documents?|notes?|guides?|lignes directrices|directives|orientations|ordre du jour"
    "|programme|mandat|manuel|normes?|cadre|contrat|plan|étude|stratégie|lettre|procès-verbal|liste"
    "|règlement intérieur|mémorandum|avis|projet|dossiers?|formulaires?|questionnaires?|brochures?"
    "|publications?|appel d[’']offres|cahier des charges|courrier|facture"
)
ACRONYM = "(?!(?:CDP|COP|ONU|PNUE|FEM|OMS|E?MAPE|[IVX]+)\\b)[A-Z]{3,8}(?!\\w)"
"""Another instrument by its initials: "l'article 17 du RGPD"; a body has no articles."""
OF_ANNEX_E = f"(?:,? (?:de|à|dans) (?:la partie (?:I|II) de )?{L}annexe E\\b)?"
"""Where the arbitration and conciliation procedures stand."""

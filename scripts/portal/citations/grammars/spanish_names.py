"""How Spanish names other instruments and documents: fragments for the grammar."""

from __future__ import annotations

CITY = "(?-i:Basilea|Estocolmo|R[oó]t?terdam|Montreal)(?!\\w)"
"""Another treaty by its city: "el artículo 4 de Basilea"."""
INSTRUMENT = (
    "convenios?|convenci(?:ón|on|ones)|protocolos?|acuerdos?|tratados?|reglamentos?|directivas?"
    "|real(?:es)? decretos?|texto refundido|(?-i:Orden)(?= (?:Ministerial|de \\d))"
    "|texto único(?: ordenado)?|ley(?:es)?|códigos?|decretos?|ordenanzas?|constituci(?:ón|ones)"
    "|cartas?|pactos?|estatutos?|actas?|declaraci(?:ón|ones)|resoluci(?:ón|ones)|enmienda de Kigali"
    "|GATT|CITES|CMNUCC|CONVEMAR|TFUE|TUE|RGPD|CADH|CEDH|CDB|REACH"
    "|LGEEPA|LGPGIR|CPEUM|LOPJ|LECrim"
    "|decisi(?:ón|ones)(?= (?:de ejecución |marco |n\\.?[º°] ?)?"
    "(?:\\((?:UE|PESC|CE)|\\d{4}/\\d+/|\\d{3}(?!\\d)))"
    "|(?-i:[DR]\\. ?[SMDL]\\.)(?= ?[Nn\\d])|(?-i:DS|RM|RD|DFL)(?= [Nn\\d])"
)
LINK_WORDS = "(?: (?:de|del|la|el|los|las|sobre|relativ[oa]|al?|en|para|contra|marco)){0,3}"
FIRST_LINKS = "(?: (?:de|del|la|el|los|las|sobre|relativ[oa]|para|contra|marco)){0,3}"
"""Right after the noun: "el Convenio en Ginebra" has no name there."""
NAME_WORD = (
    "(?:n\\.?[°ºo]s?\\.?(?= ?\\d)|(?-i:[A-ZÁÉÍÓÚÑ])[\\w’'-]*|\\([^()]{1,20}\\)|núm\\."
    "|\\d[\\w./-]*[ªº°]?|control"
    "|movimientos|transfronterizos|desechos|residuos|peligrosos|eliminación|contaminantes"
    "|orgánicos|persistentes|procedimiento|consentimiento|fundamentado|previo|aplicable|ciertos"
    "|plaguicidas|productos|químicos|objeto|comercio|internacional|protección|ambiente|capa|ozono"
    "|cambio|climático|diversidad|biológica|derechos?|trabajo|civil|penal|general|federal|nacional"
    "|minería|minas|miner[oa]|adua(?:nas|ner[oa])|salud|sanitari[oa]|aguas|tributari[oa]|procesal"
    "|ambiental|forestal|orgánic[oa]|contaminación|atmosférica|transfronteriza|gran|distancia|niñ[oa]s?|mujer(?:es)?|humedales|especies|fauna|flora|silvestres?|amenazadas|mar|desertificación|patrimonio|mundial|pueblos|indígenas)"
)
NEW_WORD = f"(?!(?:{INSTRUMENT})\\b|\\d{{1,2}}\\b(?!/\\d|\\.\\d{{3}})){NAME_WORD}"
"""None that begins another name: "el Convenio y el Reglamento", "y 4 del Reglamento"."""
DOCUMENT = (
    "informes?|documentos?|notas?|guías?|directrices|orientaciones|programa|orden del día|mandato"
    "|manual|normas?|marco|contrato|plan|estudio|estrategia|lista|acta|memorando|proyecto"
)
OF_ANNEX_E = "(?:,? (?:de(?: la parte (?:I|II))?(?: del)?|del|en el) anexo E\\b)?"
"""Where the arbitration and conciliation procedures stand."""

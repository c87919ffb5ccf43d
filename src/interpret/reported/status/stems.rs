//! The stems that statuses of many languages are made of, folded, and how a word begins with one.

/// Stems of what is taken back, folded; a word that begins so counts.
#[rustfmt::skip] // the words wrapped as text
pub(super) const TAKEN_BACK: &str = "\
    storn annul anul cancel revok rejet rejei reject rechaz rifiut respin odrzuc odmit odmiet zrus torol elutasit ervenytelen visszavon \
    exclu ausgeschl wyklucz vylouc vyluc usunie smaza vymaza zmaza vervall verworf abgelehn verwijd afgekeur geweiger \
    ingetrok makul mitato hylat peruttu peruu poist ponist iptal silin reddedil gecersiz ogilt ugyld ongeldig ungult invalid \
    neplatn niewazn gelosch geloesch borttag slett kasser avvis afvis gesperrt bloque bloccat elimin supprim descart scartat \
    zuruckgewies zuruckgezog withdr retract nullif void аннул отмен удал отклон скасов obsolet abort unchart supersed inactiv \
    inaktiv desactiv refus borrad avbrut kansell sztorn replaced unsatisf \
    брак забрак недеиств отозв анульов ошибоч ошибк помилк відхил видален";

/// Phrases of the same: the whole of a status, or how it begins. `Old Verified` is what a newer result stands in for.
pub(super) const TAKEN_BACK_BEGIN: &[&str] = &[
    "in error",
    "old verified",
    "old authenticated",
    "en erreur",
    "fehler",
    "erreur",
    "errore",
];

/// The same, only as a whole: "Corrected: previous result 5.8" is a correction.
pub(super) const TAKEN_BACK_WHOLE: &[&str] = &["corrected previous", "previous"];

/// Words that deny what stands behind them.
pub(super) const DENIALS: &str =
    "no not non nicht nie ne nem niet ikke ej ei nao inte icke pas kein keine nu не ni";

/// Behind a denial: what makes the result none, and not one that is to come.
pub(super) const HOLDS: &str = "conform idone valid gult gyldig giltig geldig platn wazn gecerli ervenyes verwert auswert usable utilisabl utilizabl годен пригод придат";
pub(super) const DONE: &str = "done perform durchgef fait effectu realiz eseguit uitgevoerd utfor udfor wykonan proveden tehty yapil выполн викон провед";

/// Behind a denial: what says nothing of the state of a result.
pub(super) const NOTHING: &str = "error fehler erreur errore applic aplic anwend specif stated angegeben renseig known crit krit urgent abnorm patholog flag amend correct remark";

/// Stems of what is not final yet.
#[rustfmt::skip] // the words wrapped as text
pub(super) const NOT_FINAL: &str = "\
    vorlauf voorlop prelim provis provvis predbez wstepn tymczas elozet alustav valiaik forelop forelob gecici предвар попередн \
    czesciow castecn ciastocn parcial parzial partiel partial teilbef teilw teilerg delsv delvis osittai deelresult reszleg \
    pendi pendant pendent ausstehend offen erwart await waiting wart wacht attente attendu attesa aguard espera oczek ocekav \
    bekle bekli odotta venter ventende vantar ожид elaboraz lavoraz probih zpracov rozpracov spracov folyamat feldolgoz \
    onderweg pagaend igangv kesken calisil islem angefordert unver unvalid unautor unauthor ungepr unconfirm unreview \
    unreleas suspend suspens sospes onaysiz tech tecn tekn procesand digitac asteptar обработ";

/// Words of the same, that others begin like.
#[rustfmt::skip]
pub(super) const NOT_FINAL_WORDS: &str = "\
    pend hold susp var ceka czeka draft concept folgt volgt lauft ordered scheduled collected received logged deferred \
    digitado coletado triado";

/// Phrases of the same, wherever they stand.
pub(super) const NOT_FINAL_PHRASES: &[&str] = &[
    "to be ",
    "in arbeit",
    "in bearbeitung",
    "in process",
    "in progress",
    "en proceso",
    "em process",
    "v procesu",
    "en traitement",
    "em analise",
    "in analisi",
    "en analisis",
    "w analizie",
    "w trakcie",
    "on hold",
    "in behandel",
    "under behandl",
    "steht aus",
    "in bewerking",
    "in lucru",
    "a controler",
    "a refaire",
    "da ripetere",
    "zu validieren",
    "a valider",
    "da validare",
    "por validar",
    "a validar",
    "en cours",
    "en curso",
    "em curso",
    "em andamento",
    "in corso",
    "w toku",
    "under arbe",
    "tyon alla",
    "on sonuc",
    "on rapor",
    "в работе",
    "на валидации",
    "на проверке",
    "in validation",
    "en validation",
];

/// Stems of what is whole: what is not has a part to come.
pub(super) const WHOLE: &str = "vollst popln uplny kompl";

/// Stems of what is corrected after it was reported.
pub(super) const CORRECTED: &str = "corrig correg correct corrett corrigid korrig gecorrig skoryg popraw oprav javit duzelt rettet rattad amend korrekt modif rectif korjat исправ виправ скоррект";

/// Stems of what is final.
#[rustfmt::skip] // the words wrapped as text
pub(super) const FINAL: &str = "\
    final valid gevalid zvalid verif authori authent autori geautor approved approb aprob aprov approuv approvat gult \
    abgeschl endg endbefund freigeg liberad liberat vrijgegev zatwierdz uvoln platn schval godk slutsv slutg endel \
    onayl valmi lopull hyvaks vahvist refertat definit ostateczn gotow konecn zakoncz ukonc dokonc hotov vegleges lezar kesz \
    kiad jovahagy terminad termine complet concluid conclus fertig erledigt ferdig faerdig tamamlan sonuclan kesin released \
    reported resulted signed firmad reviewed performed autoverif autovalid готов утвержд подтвержд заверш окончат gyldig giltig \
    geldig gecerli ervenyes wazn gepruft freigab vidimer signer besvar utfor udfor afslutt wykonan autory wydan vydan proveden \
    elkeszul leletez выполн викон проверен перевірен валидир валідов одобр схвал підтвердж затвердж выдан видан авторизов остаточн закрыт eliberat vastatt emitid informad entregad entregue rendu emess firmat assinad afgeslot gereed goedgek klar";

/// Words beside one of those that say nothing: of what, by whom.
#[rustfmt::skip] // the words wrapped as text
pub(super) const BESIDE: &str = "\
    result results ergebnis ergebnisse befund resultat resultado resultados risultato wynik wyniki vysledek vysledky vysledok sonuc \
    lelet eredmeny svar uitslag report reports test tests lab laboratory biologiquement biologique biologically medically medical \
    medizinisch medisch medicalement clinically klinisch medico auto automatic automatically automatisch automatiquement fully \
    med bio b uzman available to portal and und et y e i og och by the";

/// Words that say of what something is, without naming another test.
#[rustfmt::skip] // the words wrapped as text
const OF_WHAT: &str = "\
    order anforderung auftrag request demande pedido sample specimen probe material edildi with w o error no view mut entered onay \
    wert value was is been has en in ist wurde durch vom par por pelo a an de la le del da do validation";

/// Does a word say something that is known here? One that does not may name another test, or what is denied.
pub(super) fn is_known(word: &str) -> bool {
    let stems = [TAKEN_BACK, NOT_FINAL, FINAL, CORRECTED, WHOLE, HOLDS, DONE];
    let lists = [DENIALS, NOT_FINAL_WORDS, BESIDE, OF_WHAT];
    stems.iter().any(|stems| begins(word, stems))
        || lists.iter().any(|words| is_word(word, words))
        || glued(word, FINAL)
        || glued(word, DONE)
        || glued(word, WHOLE)
}

/// `niezatwierdzone`, `nevalidováno`, `unvollständig`, `incomplet`: a denial and what is final, or done, in one word.
pub(super) fn glued(word: &str, stems: &str) -> bool {
    let denials = ["nie", "ne", "un", "in", "non", "o", "u"];
    let denied = |denial: &str| {
        let rest = word.strip_prefix(denial);
        rest.is_some_and(|rest| begins(rest, stems))
    };
    !begins(word, FINAL) && denials.iter().any(|denial| denied(denial))
}

/// `onaylanmadı`, `vahvistamaton`: what is final, and the denial behind it.
pub(super) fn is_denied_behind(word: &str) -> bool {
    let behind = ["madi", "medi", "mamis", "memis", "maton"];
    begins(word, FINAL) && behind.iter().any(|denial| word.ends_with(denial))
}

pub(super) fn begins(word: &str, stems: &str) -> bool {
    stems
        .split_ascii_whitespace()
        .any(|stem| word.starts_with(stem))
}

pub(super) fn is_word(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|other| other == word)
}

/// "Validation", "Validierung": what is still to be done, or was.
pub(super) fn is_noun(word: &str) -> bool {
    let ends = [
        "ation", "azione", "acion", "acao", "ung", "ering", "acja", "ace", "aatio", "acia",
    ];
    ends.iter().any(|end| word.ends_with(end))
}

//! Headers that are put together from words of one kind: "Lower Normal Limit", `norm_range_low`, "Patient study no".
//!
//! A header counts only if all of it is made of these words: "Critical low", "Low alert", "Test limit min" and "Detection limit
//! low" each have one that is not among them.

use super::super::role::Role;
use super::{Kind, Later, Side};

/// What a word of a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Low,
    High,
    /// One of them beside the other, and alone anything: ALT is an enzyme.
    Below,
    Above,
    /// Of a reference, by itself.
    Reference,
    /// Of an interval or a limit, of whatever.
    Limit,
    Person,
    Identifier,
    Status,
    /// Of a result that goes before another one.
    Corrected,
    /// Of a result that was measured once more.
    Again,
    /// Of a result, by itself.
    Result,
    /// Of how the sample is: in full, or so short that it needs the word "index".
    Hemolysis,
    Icterus,
    Lipemia,
    ShortHemolysis,
    ShortIcterus,
    ShortLipemia,
    Index,
    /// What may stand beside.
    Filler,
}

/// Words, folded; written together or apart.
#[rustfmt::skip] // the words wrapped as text
const LIMITS: &[(Word, &str)] = &[
    (Word::Low, "low lo lower lowest min mini minimum minimal minimo minima inf inferieur inferieure inferior inferiore inferioara \
        unten untere unterer untergrenze onder ondergrens nedre undre alaraja dolna dolny dolni down from von \
        minimalna minimalny minimalne minimala minim spodni spodna spodny donja donji spodnja dol also altsinir basse bas endusuk \
        alumine apakseja apaksējā apatine apatinė κατω κάτω κατωτερο κατώτερο долна долен минимална \
        laag laagste lav lave laveste lag lagsta dolne od desde \
        нижнии нижняя нижнее мин 下限 最小 하한"),
    (Word::High, "high hi upper highest max maxi maximum maximal maximo maxima massimo massima sup superieur superieure superior \
        superiore superioara oben obere oberer obergrenze boven bovengrens ovre øvre ylaraja gorna gorny horni up to bis \
        maks maksi maksimum maksimal maksimalna maksymalna maksymalny maksymalne maxim maximala horna horny gornja gornji zgornja \
        gora felso ustsinir haute haut enyuksek ulemine augseja augsējā virsutine virsutinė ανω άνω ανωτερο ανώτερο горна горен максимална \
        hoog hoogste hoj hoje hojeste hog hogsta gorne hasta \
        верхнии верхняя верхнее макс 上限 最大 상한"),
    (Word::Below, "alt nuo no ala alle dusuk start"),
    (Word::Above, "ust iki lidz līdz yla yuksek end"),
    (Word::Reference, "ref refs reference references referenced norm norms normal normals normale normales normalwert normwert \
        referenz referenzwert referenzwerte normbereich referenzbereich referens referensvarde referensintervall referanse \
        referencia referencias riferimento referentie referentiewaarde referenceomrade viite viitearvo norma normy norme normes normaux normali normaalwaarden rif vr vn referans referinta referencni referencne referencna \
        referencyjna referencyjny referencyjne referentna referentni referentne \
        референтна референтни \
        expected \
        норма нормы норм нормальные нормальных референс референсные референсныи референтные интервал \
        参考 正常 基準 基准 참고 정상"),
    (Word::Limit, "range ranges rng limit limits lim limite limites limiti interval intervals intervalo intervallo int grenze grenzwert grens \
        grenswaarde grense grenser grans gransvarde graense grænse grænsevaerdi raja mez meze granica granice sinir siniri zakres rozmezi rozpatie interwal tartomany aralik araligi borne bornes bound bounds \
        normgrenze rango rangos limita hranica hranice medza medze meja meje hatar hatarertek piir robeza riba οριο όριο \
        диапазон граница 范围 範圍 値 值 치 범위 区间 區間"),
    (Word::Filler, "of the value values val lab labs laboratory laboratorio laboratoire de du la le les del della dei di da do for biological biologic biologice bio std standard \
        local reported printed numeric num n your text txt component result valeurs valeur valori valore valores valor waarden waarde werte wert hodnoty hodnota wartosci wartosc \
        ertekek ertek degerler degerleri degeri deger alue alueet omrade omraade varden varde usuelles usuales vrijednost vrijednosti vrednost valoare valoarea стоиност стоиности значения значение l"),
];

#[rustfmt::skip]
const SUPERLATIVES: &[&str] = &[
    "lowest", "highest", "laagste", "laveste", "lagsta", "hojeste", "hogsta", "endusuk", "enyuksek",
];

#[rustfmt::skip]
const PERSONS: &[(Word, &str)] = &[
    (Word::Person, "patient patients pat pt pnt subject subj participant participants person individual animal donor enrollee \
        member beneficiary volunteer proband respondent paciente patienten"),
    (Word::Identifier, "id ids no nr num number nummer sid icn key mrn mrns identifier ident uid guid pseudo pseudonym cpr upi code"),
    (Word::Filler, "study trial research medical record hospital internal local external national unique anon anonymous anonymized \
        anonymised deid deidentified hash hashed screening randomization randomisation registry the of enc"),
];

#[rustfmt::skip]
const STATUSES: &[(Word, &str)] = &[
    (Word::Status, "status statuses statusz estatus statut statuts stato stat stav stan estado situacao situacion stare allapot allapota \
        tila tilstand durum durumu etat статус"),
    (Word::Result, "result results rslt res resultado resultados risultato risultati resultat resultats ergebnis ergebnisse \
        befund befunds wynik wyniku wynikow badania badanie exame exames examen esame analysis analyse analys analyses analize test \
        tests obs obx observation observations svar provsvar provsvars provesvar uitslag sonuc onay release freigabe validation \
        validierung validierungs verification validacion validacao validazione lab laboratory labor laboratorium record report \
        component vysledku vysledek vysledok vysetreni tuloksen tulos eredmeny eredmenyek rezultat authorization autorisation approval \
        messwert wert результата"),
    (Word::Filler, "code cd disp display c name desc description text txt 11 de do da del della des du of the final current prov"),
];

/// What a header of a status says: whether it speaks of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// `RESULT_STATUS_DISP`, "Stav výsledku".
    OfResult,
    /// "Statuscode": of whatever.
    Bare,
}

/// Whether a header is one of a status.
pub(super) fn status(folded: &str) -> Option<Status> {
    let says = said(folded, STATUSES);
    let is_status = says.contains(&Word::Status);
    match says.contains(&Word::Result) {
        true => is_status.then_some(Status::OfResult),
        // "Stat" is in a hurry.
        false => (is_status && folded != "stat").then_some(Status::Bare),
    }
}

#[rustfmt::skip]
const CONDITIONS: &[(Word, &str)] = &[
    (Word::Hemolysis, "hemolysis haemolysis hemolyzed haemolyzed hemolysed haemolysed"),
    (Word::Icterus, "icterus icteric"),
    (Word::Lipemia, "lipemia lipaemia lipemic lipaemic"),
    (Word::ShortHemolysis, "hem haem hemo haemo hemol haemol hgb hb"),
    (Word::ShortIcterus, "ict icter bili"),
    (Word::ShortLipemia, "lip lipem lipaem turb turbidity"),
    (Word::Index, "index idx indx ind"),
    (Word::Filler, "grade level degree score severity flag status value serum sample specimen plasma is of the h i l detected interference yn \
        0 1 2 3 4 none slight mild moderate marked severe gross"),
];

/// What a header is about that says how hemolyzed, icteric or lipemic a sample is: `HEM_INDEX`, "Hemolysis Level", "Hemolysis
/// (H)". `HEM` alone is a department, and "Lip level" of an enzyme.
pub(super) fn condition(folded: &str) -> Option<Kind> {
    let says = said(folded, CONDITIONS);
    let has = |word| says.contains(&word);
    let is = |long, short| has(long) || (has(short) && has(Word::Index));
    let kinds = [
        (is(Word::Hemolysis, Word::ShortHemolysis), Kind::Hemolysis),
        (is(Word::Icterus, Word::ShortIcterus), Kind::Icterus),
        (is(Word::Lipemia, Word::ShortLipemia), Kind::Lipemia),
    ];
    let mut kinds = kinds.into_iter().filter(|(is, _)| *is);
    let (_, kind) = kinds.next()?;
    kinds.next().is_none().then_some(kind)
}

#[rustfmt::skip]
const LATER: &[(Word, &str)] = &[
    (Word::Corrected, "corrected correction corr amended amendment revised revision final finalised finalized updated edited modified \
        korrigiert korrigierte korrigierter korrigiertes endgultig endgultiger endgultiges definitive definitif corrige corrigee \
        corregido corrigido corretto gecorrigeerd rattad rattat korrigeret korrigert poprawiony"),
    (Word::Again, "repeat repeated repeats rpt rerun retest retested recheck rechecked repetition second 2nd 2 3 two ii new newer \
        another confirmed confirmatory confirmation duplicate replicate latest wiederholung wiederholt wiederholtes zweites \
        zweiter neu neues neuer repete controle nouveau nouvelle repetido ripetuto nuevo nuova nuovo segundo secondo herhaald \
        herhaling nytt upprepat gentaget gjentatt"),
    (Word::Result, "result results res value values val ergebnis ergebniswert wert messwert resultat resultats resultado resultados \
        valor valeur risultato risultati valore resultaat uitslag waarde svar varde verdi vaerdi wynik"),
    (Word::Filler, "of the lab test measured numeric num text de du la le der die das del"),
];

/// How a result that its header calls a later one stands to the other: it goes before it, or was measured once more. "Previous
/// result" is neither.
pub(super) fn later(folded: &str) -> Option<Later> {
    let says = said(folded, LATER);
    let has = |word| says.contains(&word);
    match (has(Word::Result), has(Word::Corrected), has(Word::Again)) {
        (true, _, true) => Some(Later::Again),
        (true, true, false) => Some(Later::Corrected),
        _ => None,
    }
}

/// The side of a printed limit.
pub(super) fn limit(folded: &str) -> Option<Role> {
    let says = said(folded, LIMITS);
    let of_limits = says.contains(&Word::Reference) || says.contains(&Word::Limit);
    match (says.contains(&Word::Low), says.contains(&Word::High)) {
        (true, false) if of_limits => Some(Role::Low),
        (false, true) if of_limits => Some(Role::High),
        _ => None,
    }
}

/// The side of one of two limits, and the other words of its header.
pub(super) fn side(folded: &str) -> Option<(Side, String)> {
    // A transfer, a journey, a range of dates.
    if ["from", "to", "down", "up", "start", "end", "no"].contains(&folded) {
        return None;
    }
    let (mut low, mut high, mut rest) = (false, false, String::new());
    for (text, word) in parts(folded, LIMITS) {
        match word {
            // Of all that was measured.
            _ if SUPERLATIVES.contains(&text) => return None,
            Word::Low | Word::Below => low = true,
            Word::High | Word::Above => high = true,
            _ => rest.push_str(text),
        }
    }
    match (low, high) {
        (true, false) => Some((Side::Low, rest)),
        (false, true) => Some((Side::High, rest)),
        _ => None,
    }
}

/// True for a header of printed intervals. Whether they are, the cells have to say.
pub(super) fn is_range(folded: &str) -> bool {
    let says = said(folded, LIMITS);
    let sides = [Word::Low, Word::High, Word::Below, Word::Above];
    let either = says.iter().any(|word| sides.contains(word));
    !either && (says.contains(&Word::Reference) || says.contains(&Word::Limit))
}

/// True for an identifier of a person.
pub(super) fn is_person(folded: &str) -> bool {
    let says = said(folded, PERSONS);
    says.contains(&Word::Person) && says.contains(&Word::Identifier)
}

/// What the words say of which a header is made; nothing where some of it is none of them.
fn said(folded: &str, words: &'static [(Word, &'static str)]) -> Vec<Word> {
    let parts = parts(folded, words);
    parts.into_iter().map(|(_, word)| word).collect()
}

/// The words themselves.
fn parts(folded: &str, words: &'static [(Word, &'static str)]) -> Vec<(&'static str, Word)> {
    const LONGEST: usize = 60;
    let mut parts = Vec::new();
    if folded.is_empty() || LONGEST < folded.len() || !take_apart(folded, words, &mut parts) {
        parts.clear();
    }
    parts
}

/// Takes words from the start until nothing is left, the longest first. A header is short, and few words begin alike.
fn take_apart(
    rest: &str,
    words: &'static [(Word, &'static str)],
    parts: &mut Vec<(&'static str, Word)>,
) -> bool {
    if rest.is_empty() {
        return true;
    }
    let all = words
        .iter()
        .flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, *kind)));
    let mut begin: Vec<(&str, Word)> = all.filter(|(word, _)| rest.starts_with(word)).collect();
    begin.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    for (word, kind) in begin {
        parts.push((word, kind));
        if take_apart(&rest[word.len()..], words, parts) {
            return true;
        }
        parts.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn limits_by_their_words() {
        for header in [
            "Low Range|low_normal|lowNormal|NORM_RANGE_LOW|Normal min|Normal Lower|Normal Range Lower|lower_limit_of_normal",
            "Lower Normal Limit|Reference Range Lower Limit|Ref. From|Untere Grenze|Limite inférieure|Nedre gräns|Nedre grænse",
            "Limita inferioara|Rango inferior|Normalwert-Untergrenze|norma_dol|Donja granica|alsó határ|Dolná hranica|Spodní mez|\
             Borne basse|Долна граница|Alumine piir|Κάτω όριο|Norma minimalna",
            "Norme inf|Norme mini|VR min|Rif. min|Norma od|Dolna granica|Dolní mez|Ref. laag|Ref. lav|Nedre grense|Ondergrens referentie|Alaraja viite|referanse_nedre|limit_low|Std Low Limit|参考范围下限",
        ]
        .iter()
        .flat_map(|headers| headers.split('|'))
        {
            assert_eq!(limit(&fold(header)), Some(Role::Low), "{header}");
        }
        for header in "Ref. maks|Norma maks|Referansemaks|Limita superioara|Rango superior|Normalwert-Obergrenze|norma_gora|\
                       Gornja granica|felső határ|Horná hranica|Borne haute|Горна граница|Ülemine piir|Άνω όριο|Norme sup|Norme maxi|VR max|Rif. max|Górna granica|Horní mez|Ref. hoog|Ref. høj|Øvre grense|High Range|hi_normal|NORM_RANGE_HIGH|Normal max|Upper Normal Limit|Ref. To|Obere Grenze|Övre gräns|\
                       Øvre grænse|Reference Range Upper Limit|Limite supérieure|参考范围上限"
            .split('|')
        {
            assert_eq!(limit(&fold(header)), Some(Role::High), "{header}");
        }
        for header in "Critical low|Critical Range Low|Low flag|Panic low limit|Test limit min|Detection limit low|Lower limit of \
                       detection|Lower limit of quantification|Measuring range low|Reportable Range Low|Linear range low|\
                       Age low|Low|Normal|Low value|Target low|Previous ref low|R2A1LO|NORM_MODIFIER_LOW|Low High Range|\
                       ALT normal|ALT ref|Ref. Alt|Alt Değer|Norma no|Maks|Alert low|Lower respiratory|Range of motion max|Dose range low|Low income|Hi|LOLIPOP"
            .split('|')
        {
            assert_eq!(limit(&fold(header)), None, "{header}");
        }
    }

    #[test]
    fn sides_beside_another_one() {
        let of = |header: &str| side(&fold(header));
        for (low, high) in [
            ("Ref. Alt", "Ref. Üst"),
            ("Alt Değer", "Üst Değer"),
            ("Min Value", "Max Value"),
            ("Inf", "Sup"),
            ("Norma no", "Norma līdz"),
        ] {
            let (one, words) = of(low).expect(low);
            assert_eq!(
                (one, of(high)),
                (Side::Low, Some((Side::High, words))),
                "{low}"
            );
        }
        for header in "From|To|Lowest value|Start|Value|Low High|Male low".split('|') {
            assert_eq!(of(header), None, "{header}");
        }
    }

    #[test]
    fn intervals_by_their_words() {
        for header in "Valeurs normales|Valori normali|Zakres|Zakres normy|Referenční rozmezí|Referenční interval|Meze|\
                       Referenčné rozpätie|Referenčné hodnoty|Referencia tartomány|Interval de referință|Valori de referință|Viitealue|\
                       Ref. område|Referans Değer|Referans Değerleri|Normal Değerler|Intervalo de referência do laboratório|\
                       Biological Ref. Interval|Expected Values|Ranges|Ref. Int.|Lab Normal|参考值|参考范围|基準値|참고치|\
                       Референсные значения|Your Range|Normy|Referens"
            .split('|')
        {
            assert!(is_range(&fold(header)), "{header}");
        }
        for header in "Therapeutic Range|Critical Range|Age range|Age Range|Measuring range|Value|Lab value|Low Range|\
                       Date range|Out of range|Normalized"
            .split('|')
        {
            assert!(!is_range(&fold(header)), "{header}");
        }
    }

    #[test]
    fn statuses_by_their_words() {
        for header in "RES STATUS|RSLT_STATUS|obs_result_stat|OBS_STATUS|obx_status|OBX_11_STATUS|Result Status Code|LAB_STATUS|\
                       Lab_Result_Status|RESULT_STATUS_DISP|Analysis Status|Release Status|RECORD_STATUS_CD_DISP|\
                       RESULT_STATUS_C_NAME|Status wyniku|Status badania|Status exame|Onay Durumu|Sonuç Durumu|\
                       Estado del resultado|Uitslagstatus|Svarstatus|Provsvarsstatus|Freigabestatus|Analysestatus|Resultatstatus|\
                       Stav výsledku|Eredmény státusz"
            .split('|')
        {
            assert_eq!(status(&fold(header)), Some(Status::OfResult), "{header}");
        }
        for header in
            "Statuscode|Stav|Stan|Situação|Státusz|Állapot|Tila|Tilstand|Durum|État|Статус"
                .split('|')
        {
            assert_eq!(status(&fold(header)), Some(Status::Bare), "{header}");
        }
        for header in "Stat|Marital status|Smoking status|Specimen status|State|Station|Statin|Result|Statistic|Stanford|Test".split('|') {
            assert_eq!(status(&fold(header)), None, "{header}");
        }
    }

    #[test]
    fn later_results_by_their_words() {
        for (headers, expected) in [
            (
                "Corrected Result|corrected_value|Result (corrected)|Amended result|Final Value|Revised Result|Korrigierter Wert|\
                 Résultat corrigé|Resultado corregido",
                Some(Later::Corrected),
            ),
            (
                "Repeat Result|Result 2|value2|2nd result|New value|Retest result|Rerun value|Zweites Ergebnis|Repeat corrected result",
                Some(Later::Again),
            ),
            (
                "Previous result|Prior value|Last value|Delta|Result|Corrected calcium|Final diagnosis|Repeat|Result flag|New|\
                 Result comment|Old value|Corrected|Result date 2|Test 2",
                None,
            ),
        ] {
            for header in headers.split('|') {
                assert_eq!(later(&fold(header)), expected, "{header}");
            }
        }
    }

    #[test]
    fn conditions_of_a_sample_by_their_words() {
        for (headers, expected) in [
            (
                "HEM_INDEX|Haem Index|Hgb Index|Hemolysis_idx|Hb index|Hemolysis (0-4)|HEMOLYSIS_YN|Hemolysis detected|Hemolysis interference|\
                 Hemolysis (0=none 1=slight 2=moderate 3=gross)|Hemolysis Level|Hemolysis (H)|Specimen hemolysis",
                Some(Kind::Hemolysis),
            ),
            (
                "ICT_INDEX|Bili index|Icterus Level|Icteric (I)",
                Some(Kind::Icterus),
            ),
            (
                "LIP_INDEX|Lipemia Level|Turbidity index",
                Some(Kind::Lipemia),
            ),
            (
                "Hem|Hemo|Hb|Bili|Bili 2|Hb 1|Hgb|Hgb level|Lip|Lip level|Turbidity|Index|Hemolysis test|Hemolytic anemia|Hemolysis/Icterus|Hemoglobin|\
                 Hem date|Lipid index|Hemolysis date|Flag|H|L",
                None,
            ),
        ] {
            for header in headers.split('|') {
                assert_eq!(condition(&fold(header)), expected, "{header}");
            }
        }
    }

    #[test]
    fn persons_by_their_words() {
        for header in "PAT_MRN_ID|PatientICN|PatientSID|Patient study no|patient_cpr|Study Subject ID|Animal ID|Donor ID|Member ID|\
                       Screening subject number|Unique Patient Identifier"
            .split('|')
        {
            assert!(is_person(&fold(header)), "{header}");
        }
        for header in "Hospital ID|hospitalid|Study ID|Patient|Patient name|Patient type|Patient age|Provider ID|Sample ID|\
                       Patient location code|Record number|Person type id"
            .split('|')
        {
            assert!(!is_person(&fold(header)), "{header}");
        }
    }
}

//! The words that headers are put together from, folded.

/// What a word of a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
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
pub(super) const LIMITS: &[(Word, &str)] = &[
    (Word::Low, "low lo lower lowest min mini minimum minimal minimo minima inf inferieur inferieure inferior inferiore inferioara \
        unten untere unterer untergrenze onder ondergrens nedre undre alaraja dolna dolny dolni down from von \
        minimalna minimalny minimalne minimala minim spodni spodna spodny donja donji spodnja dol also altsinir basse bas endusuk \
        alumine apakseja apaksējā apatine apatinė κατω κατωτερο долна долен минимална \
        laag laagste lav lave laveste lag lagsta dolne od desde \
        нижнии нижняя нижнее мин 下限 最小 하한"),
    (Word::High, "high hi upper highest max maxi maximum maximal maximo maxima massimo massima sup superieur superieure superior \
        superiore superioara oben obere oberer obergrenze boven bovengrens ovre øvre ylaraja gorna gorny horni up to bis \
        maks maksi maksimum maksimal maksimalna maksymalna maksymalny maksymalne maxim maximala horna horny gornja gornji zgornja \
        gora felso ustsinir haute haut enyuksek ulemine augseja augsējā virsutine virsutinė ανω ανωτερο горна горен максимална \
        hoog hoogste hoj hoje hojeste hog hogsta gorne hasta \
        верхнии верхняя верхнее макс 上限 最大 상한"),
    (Word::Below, "alt nuo no ala alle dusuk start"),
    (Word::Above, "ust iki lidz līdz yla yuksek end"),
    (Word::Reference, "ref refs reference references referenced norm norms normal normals normale normales normalwert normwert \
        referenz referenzwert referenzwerte normbereich referenzbereich referens referensvarde referensintervall referanse \
        referencia referencias riferimento referentie referentiewaarde referenceomrade viite viitearvo norma normy norme normes normaux normali normaalwaarden rif vr vn vref referans referinta referencni referencne referencna \
        referencyjna referencyjny referencyjne referentna referentni referentne \
        референтна референтни \
        expected \
        норма нормы норм нормальные нормальных референс референсные референсныи референтные интервал \
        参考 正常 基準 基准 참고 정상"),
    (Word::Limit, "range ranges rng limit limits lim limite limites limiti interval intervals intervalo intervallo int grenze grenzwert grens \
        grenswaarde grense grenser grans gransvarde graense grænse grænsevaerdi raja mez meze granica granice sinir siniri zakres rozmezi rozpatie interwal tartomany aralik araligi borne bornes bound bounds \
        normgrenze rango rangos limita hranica hranice medza medze meja meje hatar hatarertek piir robeza riba οριο \
        диапазон граница 范围 範圍 値 值 치 범위 区间 區間"),
    (Word::Filler, "of the value values val lab labs laboratory laboratorio laboratoire de du la le les del della dei di da do for biological biologic biologice bio std standard \
        local reported printed numeric num n your text txt component result valeurs valeur valori valore valores valor waarden waarde werte wert hodnoty hodnota wartosci wartosc \
        ertekek ertek degerler degerleri degeri deger alue alueet omrade omraade varden varde usuelles usuales vrijednost vrijednosti vrednost valoare valoarea стоиност стоиности значения значение l"),
];

#[rustfmt::skip]
pub(super) const SUPERLATIVES: &[&str] = &[
    "lowest", "highest", "laagste", "laveste", "lagsta", "hojeste", "hogsta", "endusuk", "enyuksek",
];

#[rustfmt::skip]
pub(super) const PERSONS: &[(Word, &str)] = &[
    (Word::Person, "patient patients pat pt pnt subject subj participant participants person individual animal donor enrollee \
        member beneficiary volunteer proband respondent paciente patienten baby infant neonate newborn inmate"),
    (Word::Identifier, "id ids no nr num number nummer sid icn key mrn mrns identifier ident uid guid pseudo pseudonym cpr upi code"),
    (Word::Filler, "study trial research medical record hospital internal local external national unique anon anonymous anonymized \
        anonymised deid deidentified hash hashed screening randomization randomisation registry the of enc"),
];

#[rustfmt::skip]
pub(super) const STATUSES: &[(Word, &str)] = &[
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

#[rustfmt::skip]
pub(super) const CONDITIONS: &[(Word, &str)] = &[
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

#[rustfmt::skip]
pub(super) const LATER: &[(Word, &str)] = &[
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

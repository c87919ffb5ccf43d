//! Results, units and limits.

use super::Row;
use crate::import::cells::beyond;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{
    Analytes, Answers, Comparators, CriticalRanges, Intervals, Limits, Numbers,
};
use crate::import::headers::vocabulary::Kind;
use crate::import::headers::vocabulary::Kind::{Analysis, ByCells, Original, Plain, Standard};

/// Headers of printed intervals with the unit of the result behind them.
pub(in crate::import::headers::vocabulary) const RANGES_WITH_UNITS: &str = "\
    refrangeunits refrangeunit refrangeandunits refrngunits latestrefrngunits latestrefrangeunits referencerangeunits \
    referencerangeunit referencerangeandunits referencerangesunits normalrangeunits rangeunits rangeandunits standardrangeunits \
    referenceintervalunits referenzbereicheinheit normbereicheinheit";

/// Headers of therapeutic limits.
pub(in crate::import::headers::vocabulary) const THERAPEUTIC: &str = "therapeuticrange therapeuticinterval therapeuticlimits \
    therapeuticreferencerange therapeuticwindow therapeutischerbereich";

/// Signs, or answers to what the header asks.
const ASKED: Kind = ByCells(&[(Role::Comparator, Comparators), (Role::Comparator, Answers)]);

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    // Results as reported, in text before numbers.
    (Role::Value, Original, "lborres analytevalue convresult conventionalresult conventionalvalue resultconventional \
        resultconv resultus usresult"),
    (Role::Value, Analysis, "avalc aval"),
    (Role::Value, Standard, "testresultcleaned lbstresc lbstresn stdvalue siresult resultsi sivalue valuesi"),
    (Role::Value, Plain, "waarde varde vaerdi wartosc hodnota reportedresult obx5observationvalue ordvalue labresulttext valuesourcevalue valuetext textvalue resulttext \
        textresult resultastext valueasstring resultvalue value testresult labvalue result results observationvalue \
        ergebnis valuequantityvalue valuestring obx5 wynik vysledek vysledok sonuc tulos deresultado \
        ergebniswert messergebnis messwert wert befund resultat resultats valeur \
        resultado resultados valor risultato risultati valore esito resultval uitslag resultaat \
        результат значение результатисследования результаттеста 结果 检验结果 检测结果 测定结果 结果值 检测值 报告值 定量结果 结果1 測定結果 結果 \
        結果値 検査結果 検査値 測定値 \
        결과 결과값 검사결과 결과치 检验值 檢驗值 檢驗結果 結果值 测定值 수치 \
        svar eredmeny rezultat резултат deger tulemus rezultāts rezultats rezultatas αποτελεσuα αποτελεσuατα \
        valorobtido resultadonumerico resultadoobtido currentresult yourresult yourresults patientresult \
        patientresults valquantity valresult formattedentry originalresult originalvalue initialresult initialvalue firstresult firstvalue \
        1stresult result1"),
    (Role::Value, Plain, "labchemresultvalue labchemresultnumericvalue msresultc msresultn nvalnum labresulttextval \
        labresultnumval \
        yourvalue currentresultandflag stringvalue valuenum labresult valueasnumber valuenumeric numericvalue \
        numericresult resultnumeric resultnum ordnumvalue valuequantity"),
    // What was measured, or what an analyzer did: a result where nothing else is one.
    (
        Role::Value,
        ByCells(&[(Role::Name, Analytes), (Role::Value, Numbers)]),
        "measurement"),
    (
        Role::Value,
        ByCells(&[(Role::Value, Numbers)]),
        "observedvalue measuredvalue reading readings conc concentration testvalue reportvalue reportedvalue res finding \
        findings level"),
    (Role::Comparator, Plain, "operatorconceptid comparator valuequantitycomparator valueoperator resultoperator \
        inequality vergleichsoperator comparateur valuecomparator resultcomparator comparatorcode tvalchar \
        relationaloperator mathematicaloperator operatorconceptname operatorsourcevalue lborresop \
        numericqualifier comparador vergleich detectionlimitoperand"),
    (
        Role::Comparator,
        ByCells(&[(Role::Comparator, Comparators)]),
        "operator valuequalifier resultqualifier qualifier modifier resultmodifier valuemodifier prefix \
        resultprefix valueprefix numericprefix sign resultsign valuesign comparison symbol relation relationship oper opr operateur \
        operador operand"),
    (Role::Comparator, ASKED, beyond::ASKING_IF_BELOW),
    (Role::Comparator, ASKED, beyond::ASKING_IF_ABOVE),
    (Role::Comparator, ASKED, beyond::ASKING_IF_BEYOND),
    (Role::Unit, Original, "lborresu labunits labunit convunits convunit conventionalunits conventionalunit unitconv unitsconv \
        unitus unitsus"),
    (Role::Unit, Analysis, "avalu"),
    (Role::Unit, Standard, "testunitscleaned lbstresu stdunits stdunit siunits siunit unitsi unitssi"),
    (Role::Unit, Plain, "valueuom labmeasurenamesystem labmeasurenameinterface unitsourcevalue \
        unit units uom unitofmeasure unitsofmeasure resultunit resultunits referenceunit \
        valueunit valueunits valunit udresult resunit unitname measurementunit testunit dosageunit einheit masseinheit \
        messeinheit dimension unite unites unitedemesure unidad unidades unidadesdemedida \
        unidadmedida unita unitadimisura um udm eenheid unidade enhet enhed \
        testunits reportingunit reportingunits reportunit reportunits analyteunit analyteunits unitofmeasurement unitsofmeasurement \
        ucum ucumcode ucumunit unittext resultunitdesc \
        measurementunits msresultunit unitconceptname resultunitscddisp resultunitsdisp valuequantityunit \
        valuequantitycode obx6 jednostka jednotka \
        birim yksikko cdunidade unitscd едизм единица единицы единицыизмерения единицаизмерения едизмерения 单位 \
        結果単位 単位 單位 단위 결과단위 结果单位 검사단위 ед одиниці одиницівиміру одвим одиниця одиницявиміру \
        одиницявимірювання одиницівимірювання одвиміру jedn jm einh unidaddemedida unidademedida birimi eenheden \
        unitatedemasura unitatemasura mertekegyseg jedinica jedinice единици мернаединица uοναδαuετρησησ \
        uοναδεσ uhik uhikud mērvienība mervieniba matavimovienetas"),
    (Role::Low, Original, "lbornrlo lablow convlow conventionallow lowconv lowus"),
    (Role::Low, Analysis, "anrlo a1lo"),
    (Role::Low, Standard, "minnormcleaned lbstnrlo silow lowsi stdlow"),
    (Role::Low, Plain, "refrangelower rangelow reflow reflower refrangelow referencelow \
        referencerangelow lowerlimit lowerreference lowerreferencelimit lowerbound lln lowernormal \
        normallow normalrangelow referencelower rangelower rangemin refmin untergrenze \
        referenzuntergrenze untererreferenzwert refunten normuntergrenze borneinf \
        borneinferieure valeurmin limiteinferior valormin valorminimo limiteinferiore minimo \
        minimum lbnrlo lnmlo nwu linf altlimit 下限 下限値 基準下限 基準値下限 基準範囲下限 参考下限 参考值下限 \
        参考范围下限 하한 하한치 참고치하한 нормаот нижняяграница нижнямежа нормавід 參考下限 參考值下限 기준하한 基準値l \
        altsinir altreferans refod normaod zakresod granicaod normadesde valordesde нижниипредел ondergrens alaraja refdown wartoscreferencyjnaod \
        lowlimit reflo rangelo lolimit lowref referencerangelowvalue lower low lo min mini unten rbunten"),
    (Role::High, Original, "lbornrhi labhigh convhigh conventionalhigh highconv highus"),
    (Role::High, Analysis, "anrhi a1hi"),
    (Role::High, Standard, "maxnormcleaned lbstnrhi sihigh highsi stdhigh"),
    (Role::High, Plain, "refrangeupper rangehigh refhigh refupper refrangehigh referencehigh \
        referencerangehigh upperlimit upperreference upperreferencelimit upperbound uln \
        uppernormal normalhigh normalrangehigh referenceupper rangeupper rangemax refmax \
        obergrenze referenzobergrenze obererreferenzwert refoben normobergrenze bornesup \
        bornesuperieure valeurmax limitesuperior valormax valormaximo limitesuperiore massimo \
        maximum maximo lbnrhi lnmhi nwo lsup ustlimit 上限 上限値 基準上限 基準値上限 基準範囲上限 参考上限 \
        参考值上限 参考范围上限 상한 상한치 참고치상한 нормадо верхняяграница верхнямежа 參考上限 參考值上限 \
        기준상한 基準値h ustsinir ustreferans refdo normado zakresdo granicado normahasta valorhasta bovengrens ylaraja \
        верхниипредел refup highlimit refhi rangehi hilimit highref referencerangehighvalue upper high hi max maxi maks maksi maksimum oben wartoscreferencyjnado rboben"),
    (Role::Range, Plain, "referencerange refrange referenceinterval refinterval range \
        referenceranges refranges normalrange normals normalvalues expectedrange \
        biologicalreferenceinterval referencevalues referenzbereich referenzintervall \
        referenzwert referenzwerte normbereich normwert normwerte sollwert \
        valeursdereference valeurdereference valeursusuelles intervalledereference normes \
        valoresdereferencia valoresreferencia rangodereferencia rangoreferencia rango \
        intervalodereferencia valoridiriferimento valoririferimento intervallodiriferimento \
        rangediriferimento referentiewaarden referentiewaarde referentieinterval \
        normaalwaarden referensintervall referensomrade valordereferencia \
        refbereich normalwert normalwerttext norm norma norme standardrange bioreferenceinterval \
        bioref biorefinterval bioreferencerange intervallidiriferimento valrif rangonormal \
        valoresnormales referanseomrade referenceomrade normalrangetext normalbereich referencelimits \
        reflimits normallimits referencesrange referenceintervals normalranges \
        zakresreferencyjny zakreswartoscireferencyjnych obx7referencerange 참조치 wartoscireferencyjne referencnimeze referencnerozmedzie \
        referansaraligi viitearvot viitearvo viitevali referencerangetext devalorreferencia obx7 \
        参考范围 参考值 参考区间 参考值范围 正常值 正常范围 正常参考值 參考值 參考區間 參考範圍 基準値 基準範囲 \
        参考基準値 正常値 正常範囲 参考値 참고치 참조범위 참고범위 정상범위 정상치 기준치 \
        референсныезначения референсныиинтервал референсныеинтервалы референтныезначения рефинтервал рефзначения \
        границынормы норма нормы референтнізначення референснізначення референтнииінтервал \
        referensvarde referensvarden τιuεσαναφορασ"),
    (Role::Range, Plain, RANGES_WITH_UNITS),
    (
        Role::Range,
        ByCells(&[(Role::Range, Intervals)]),
        "reference references ref refvalue refvalues referencevalue referenz limits normal vr vn vnr normaux rr nb ri"),
    (
        Role::Range,
        ByCells(&[(Role::Range, Limits)]),
        "nonspecrefs healthyrange desiredrange desirablerange acceptablerange questreferencerange questrange questrefrange \
        labcorpreferencerange labcorprange labcorprefrange conventionalrange conventionalreferencerange typicalrange \
        populationrange populationreferencerange"),
    // Of drugs.
    (Role::Range, ByCells(&[(Role::Range, Limits)]), THERAPEUTIC),
    (Role::Range, Original, "lbornrc"),
    (Role::Range, Standard, "lbstnrc"),
    // A column of that name may hold yes and no as well.
    (Role::CriticalLow, ByCells(&[(Role::CriticalLow, Numbers)]), "criticallow critlow critlo criticallo criticallower \
        criticallowlimit criticallowerlimit criticallowvalue lowcritical lowcriticallimit lowercritical lowercriticallimit \
        criticallimitlow criticallimitlower criticalrangelow criticalvaluelow criticalmin critmin paniclow paniclo paniclower paniclowlimit paniclimitlow \
        panicvaluelow panicrangelow lowpanic lowpaniclimit lowerpanic panicmin alertlow alertlower alertlowlimit alertlimitlow lowalert loweralert \
        lowalertlimit alertrangelow criticallln kritischniedrig kritischunten kritischeuntergrenze \
        critl critlower lowlow lolo kritischmin kritischemin kritieklaag criticobasso criticobajo criticomin criticominimo valorcriticobajo \
        valorcriticominimo valorcriticomin valorecriticomin valorecriticominimo limitecriticoinferior limitecriticoinferiore seuilcritiquebas \
        seuilcritiqueinferieur seuilcritiquemin limitecritiqueinferieure limitecritiquebasse panikalt kritikalt 危急值下限 危急值低 危急值低值 \
        危急值低限 危急低值 低危急值 危急下限 パニック値下限 パニック下限 緊急報告下限 패닉하한"),
    (Role::CriticalHigh, ByCells(&[(Role::CriticalHigh, Numbers)]), "criticalhigh crithigh crithi criticalhi criticalupper \
        criticalhighlimit criticalupperlimit criticalhighvalue highcritical highcriticallimit uppercritical uppercriticallimit \
        criticallimithigh criticallimitupper criticalrangehigh criticalvaluehigh criticalmax critmax panichigh panichi panicupper panichighlimit \
        paniclimithigh panicvaluehigh panicrangehigh highpanic highpaniclimit upperpanic panicmax alerthigh alertupper alerthighlimit alertlimithigh highalert \
        upperalert highalertlimit alertrangehigh criticaluln kritischhoch kritischoben kritischeobergrenze \
        crith critupper highhigh hihi kritischmax kritischemax kritiekhoog criticoalto criticomax criticomaximo valorcriticoalto \
        valorcriticomaximo valorcriticomax valorecriticomax valorecriticomassimo limitecriticosuperior limitecriticosuperiore seuilcritiquehaut \
        seuilcritiquesuperieur seuilcritiquemax limitecritiquesuperieure limitecritiquehaute panikust kritikust 危急值上限 危急值高 危急值高值 \
        危急值高限 危急高值 高危急值 危急上限 パニック値上限 パニック上限 緊急報告上限 패닉상한"),
    (Role::CriticalRange, ByCells(&[(Role::CriticalRange, CriticalRanges)]), "criticalrange criticalranges critrange criticalinterval \
        criticallimits criticalvalues panicrange paniclimits panicvalues alertrange alertranges alertlimits alertinterval \
        criticallimit paniclimit critlimits critvalues criticalthreshold criticalthresholds criticalcutoff \
        criticalcutoffs alertthreshold alertthresholds alertvalues callif notifyif kritischerbereich kritischewerte kritischegrenzen \
        kritischegrenzwerte alarmgrenzen alarmwerte alarmbereich valeurscritiques seuilscritiques limitescritiques \
        seuilsdalerte seuilsdalarme valorescriticos rangocritico rangoscriticos limitescriticos intervalocritico \
        valoresdepanico valoresdealerta valorepanico valoricritici intervallocritico limiticritici valoridipanico \
        kritiekewaarden kritiekegrenzen alarmwaarden wartoscikrytyczne zakreskrytyczny критическиезначения критическиипределы \
        критическииинтервал критическиидиапазон kritiskegrenser kritiskagranser kritiskevaerdier kritickehodnoty kritickemeze \
        panikdeger panikdegerler kritikdeger kritikdegerler 危急值范围 危急值區間 危急值区间 危急值範圍 危急值界限 パニック値範囲 \
        패닉치 패닉값"),
];

//! What was measured: names and codes.

use super::Row;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{
    AnalyteWords, Analytes, Anything, Flags, Loincs, SomeAnalytes,
};
use crate::import::headers::vocabulary::Kind::{ByCells, NameWithUnit, PerhapsLoinc, Plain};

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    (Role::Name, Plain, "lbtest"),
    // What was measured before what was ordered: a test may be a panel of components.
    (Role::Name, Plain, "componentname component componentdesc testcomponent resultcomponent \
        показатель наименованиепоказателя названиепоказателя аналит показател 检验项目 检验项目名称 检测项目 检测项目名称 \
        分析项目 項目名称 \
        検査項目 検査項目名 検査項目名称 검사항목 검사항목명 검사항목명칭 檢驗項目 檢驗名稱 項目名稱 показник \
        rawlabname labchemtestname mstestname resultname resulttestname resulttest analytename analyte analyt \
        analita analito deanalito \
        eventcddisp componentidname"),
    (Role::Name, Plain, "labname testname assay assayname testshortname \
        testdescription measurementconceptname standardconceptname measurementname itemname variablename labtest itemlab \
        test analyse analysename analise analises teste ensaio determinacao nomedoexame nomedaanalise \
        untersuchung untersuchungsname messgrosse examen analysis examname \
        dosage libelleanalyse libelle prueba determinacion nombreprueba esame \
        nomeesame descrizione conceptname longcommonname item label bezeichnung \
        testbezeichnung description observation bepaling analys analysnamn exame \
        subtestname subtest parametername parameter parametre parametro laborparameter badanie \
        nazwabadania vysetreni vysetrenie tetkik tetkikadi testadi tutkimus analysenavn \
        codetext codecodingdisplay codedisplay obx3 obx32 observationidentifier deexame \
        анализ исследование тест наименованиетеста наименование названиетеста наименованиеисследования параметр 项目 \
        项目名称 项目名 检查项目 检验名称 \
        項目 項目名 検査名 検査名称 검사명 검사명칭 항목 항목명 中文名称 дослідження назвадослідження testdesc labtestname \
        biomarkername markername bloodmarker bloodmarkername bloodmarkers parametr nazwaparametru vizsgalatneve denumireanaliza denumireaanalizei pretraga изследване \
        descricaoexame descricaodoexame nomanalyse nomdelanalyse εξεταση περιγραφη"),
    (Role::Name, NameWithUnit, "param"),
    (
        Role::Name,
        ByCells(&[(Role::Name, Analytes), (Role::Name, SomeAnalytes)]),
        "name tests analytes variable measure marker basename externalname commonname \
        biomarker nombre nom nome designation denominacion codeterm particulars servicename analiza omschrijving nazevvysetreni komponent resultitem \
        reportedname labattribute labanalyte labanalytename"),
    // Where nothing else names tests.
    (Role::Name, ByCells(&[(Role::Name, SomeAnalytes)]), "markers biomarkers displayname canonicalname hormone hormonename hormones drug drugname"),
    (Role::Name, ByCells(&[(Role::Name, SomeAnalytes), (Role::Flag, Flags)]), "indicator"),
    // Beside a name a letter is the type of a test.
    (Role::Name, ByCells(&[(Role::Name, AnalyteWords)]), "testtype"),
    (
        Role::Name,
        ByCells(&[(Role::Name, Analytes), (Role::Category, Anything)]),
        "investigation investigations ordername profil anforderung procname procdesc orderdescription orderdesc ordereditem \
        orderedtest ordertest \
        request requestedtest profile profilename testprofile testset subsection bench examination \
        检验组合 组合项目 组合名称 检验目的 医嘱名称 套餐 套餐名称 申请项目 处方 依頼項目 처방명 검사그룹 профиль \
        видисследования"),
    (Role::Code, PerhapsLoinc, "standardconceptcode measurementsourcevalue codecodingcode codecoding codecode obx31 \
        observationcode"),
    (Role::Code, Plain, "lbtestcd"),
    (Role::Code, Plain, "itemid testcode analytecode assaycode componentid componentcode \
        resultcode orderablecode labcode localcode testid variableid paramcd parametercode \
        analysencode analysecode kurzbezeichnung kurzname kuerzel kurzel codeanalyse codeexamen \
        codigoprueba codigo conceptcd codiceesame codice measurementconceptid measurementsourceconceptid \
        conceptid conceptcode code testmnemonic mnemonic кодтеста кодпоказателя кодисследования 项目代码 项目编码 \
        検査コード 項目コード 검사코드 analysiscode \
        itemcode labitemcode labtestcode"),
    // A short name may be that of anything.
    (Role::Code, ByCells(&[(Role::Code, Analytes)]), "项目代号 代号 英文缩写 缩写 英文名"),
    // Epic keeps the number of a record there, or the code.
    (
        Role::Loinc,
        ByCells(&[(Role::Loinc, Loincs)]),
        "componlncid componentlncid lncid"),
    (Role::Loinc, Plain, "loinc labloinc loinccode loinccd loinccod loincnum loincnumber lbloinc loincid codeloinc \
        codigoloinc codiceloinc"),
];

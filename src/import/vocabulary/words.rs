//! The table of headers, folded (lower case, letters and digits only, no accents).
//!
//! Within a role, the order of the words is the order of preference. Names are those of hospital
//! research data (MIMIC, eICU, AmsterdamUMC, HiRID), of clinical trials (SDTM, ADaM), of OMOP, of
//! laboratory systems and analyzers, in the languages of the exports seen.

use super::Cells::{
    AgeGroups, AgeUnits, Ages, AnalyteWords, Analytes, Answers, Anything, Comparators,
    CriticalRanges, Dates, Flags, Identifiers, Intervals, Limits, Loincs, Numbers, Specimens,
    Statuses, Words,
};
use super::Kind::{
    Alarm, Analysis, ByCells, Hemolysis, Icterus, Lipemia, NameWithUnit, Original, PerhapsLoinc,
    Plain, Standard, Stay, WideOnly,
};
use super::{Kind, Role};
use crate::import::sex;
use crate::import::standing::headers;

/// Headers of the names of patients: who somebody is, where no number tells.
pub(super) const NAMES_OF_PATIENTS: &str = "\
    patientname fullname patientfullname ptname nameofpatient patientenname nompatient nomdupatient nombrepaciente \
    nombredelpaciente nomepaziente nomepaciente nomedopaciente фио фиопациента піб прізвище 姓名 患者姓名 病人姓名 氏名 患者氏名 \
    환자명 성명 환자성명";

/// Headers that ask whether a result is critical.
pub(super) const ASKING_IF_CRITICAL: &str = "critical iscritical criticalflag criticalind criticalresult panic ispanic panicflag crit critflag criticalyn";

/// Headers of printed intervals with the unit of the result behind them.
pub(super) const RANGES_WITH_UNITS: &str = "\
    refrangeunits refrangeunit refrangeandunits refrngunits latestrefrngunits latestrefrangeunits referencerangeunits \
    referencerangeunit referencerangeandunits referencerangesunits normalrangeunits rangeunits rangeandunits standardrangeunits \
    referenceintervalunits referenzbereicheinheit normbereicheinheit";

/// Role, kind and words.
#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[(Role, Kind, &str)] = &[
    // Persons before stays.
    (Role::Patient, Plain, "subjectid usubjid personid patientid uniquepid pid patid patient \
        patientno patientnumber patientidentifier patientnr patientennummer patientennr \
        patientenid mrn medicalrecordnumber hospitalnumber hospitalno nhsnumber \
        chartnumber subject subjid personsourcevalue patientsk patkey pseudonym \
        ipp idpatient numeropatient dossier ndossier nodossier numerodossier numerodedossier \
        paciente historia historiaclinica nhc nhistoria idpaciente numerohistoria \
        paziente idpaziente codicepaziente codicefiscale patnr patno patientnummer ptid ptno \
        unitnumber nhsno hospno urn urnumber chi chinumber personnummer npatient \
        numpatient \
        urno crnumber cpr cprnr cprnummer fodselsnr fodselsnummer recordid participantid participant \
        participantno subjectnumber subjectno patientnum clientid clientno clientnumber chartno chart \
        nhi nhinumber prontuario hastano hastaid hastanumarasi rodnecislo pesel henkilotunnus hetu \
        potilas pacjent nrpacjenta idpacjenta pacient idpacienta hasta tckimlikno cnp pid3 subjectreference subjectdisplay \
        eid empi upi uhid hn pnr lopnr finngenid idind person patientmrn \
        пациент idпациента номерпациента 患者id 患者编号 患者編號 患者番号 患者号 病人id 病人编号 病历号 病案号 \
        登记号 カルテ番号 \
        환자번호 환자id 등록번호 병록번호 차트번호 환자등록번호 病歷號 病歷號碼 就诊卡号 患者no カルテno 診察券番号 \
        кодпациента номеристорииболезни номеркарты иин пацієнт idпацієнта номеркартки кодпацієнта noпацієнта \
        номерпацієнта mrno uhidno mrdno crno nric nricno cnic cnicno"),
    (Role::Patient, Stay, "hadmid patientunitstayid patienthealthsystemstayid admissionid stayid \
        icustayid encounterid encounter csn visitoccurrenceid caseid casenumber fallnummer fallnr \
        fallid aufnahmenummer sejour numerosejour nsejour episodio acct acctno acctnumber accountno \
        visitid patenccsnid caseno accountnumber accountid encntrid encounternum atendimento idatendimento \
        encounterreference idingreso 住院号 门诊号 就诊号 住院流水号 入院番号 体检编号"),
    // Numbers of other registers only where nothing else tells the patient.
    (Role::Patient, WideOnly, "id no nr ssn seqn studyid regno registrationno registrationnumber ipno opno ipnumber opnumber \
        screeningno screeningnumber randomizationno randomizationnumber rat globalid beneficiary nip \
        opdno ipdno unitno userid"),
    (Role::Patient, WideOnly, NAMES_OF_PATIENTS),
    (Role::Sample, Plain, "specimenid sampleid lbrefid specimennumber samplenumber sampleno \
        specimenno specimenbarcode samplebarcode barcode tubeid containerid accession accessionnum accessionnbr \
        specimennum specimnid specno acc requestno aliquotid \
        accessionnumber accessionno accessionid labno labnumber labornummer probennummer \
        probennr probenid tagesnummer auftragsnummer auftragsnr auftrag ordernumber \
        orderno orderid orderprocid requestnumber requestid reqno nprelevement numeroprelevement \
        numerodeprelevement numeroechantillon nechantillon idechantillon numerodemande ndemande \
        nmuestra numeromuestra numerodemuestra idmuestra peticion npeticion numeropeticion \
        ncampione numerocampione idcampione codicecampione richiesta numerorichiesta accno accnumber \
        requisition requisitionno requisitionnumber monsternummer monsternr remissid naccettazione \
        numeroaccettazione nrzlecenia numerzlecenia barkodno barkod cislovzorku naytenumero \
        specimenreference provenummer provenr provnummer nrprobki cislozadanky numuneno ornekno obr3 obr2 spm2 \
        номерпробы номеробразца номерпробирки штрихкод 样本号 标本号 \
        样本编号 标本编号 样本id 条码号 条形码 检验单号 検体番号 検体id 受付番号 검체번호 접수번호 номерзаявки инз \
        申请单号 标本条码 依頼no 依頼番号 受付no バーコード 바코드 바코드번호 檢體號 namostra numeroamostra numerodaamostra idamostra \
        codigoamostra labornr laborauftrag eingangsnummer eingangsnr numerodepeticion ndepeticion numerodeorden ndeorden \
        codigodebarras codigobarras codigodaos codigoos kodkreskowy kodprobki codebarres codeabarres labnr \
        remissnr pyyntonumero protokolno aanvraagnummer aanvraagnr 檢體編號 noпробы idпробы номерзразка"),
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Sample, Identifiers),
            (Role::Specimen, Specimens),
            (Role::Sample, Anything),
        ]),
        "probka vzorek vzorka minta nayte prove numune ornek sample probe prelevement echantillon muestra campione prelievo"),
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Sample, Identifiers),
            (Role::Specimen, Specimens),
        ]),
        "proba provetta"),
    // An order is a number, or what was ordered.
    (
        Role::Sample,
        ByCells(&[(Role::Sample, Identifiers)]),
        "folio pedido requisicao zlecenie zadanka demande rekvisition"),
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Name, Analytes),
            (Role::Sample, Identifiers),
            (Role::Specimen, Specimens),
        ]),
        "prov"),
    // "24h尿" is no number.
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Specimen, Specimens),
            (Role::Sample, Identifiers),
            (Role::Specimen, Anything),
        ]),
        "标本 样本 検体 檢體 검체 образец проба"),
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Sample, Identifiers),
            (Role::Specimen, Anything),
        ]),
        "specimen amostra monster uzorak"),
    // Times before dates: of two, the finer one.
    (Role::Collected, Plain, "charttime lbdtc labresultoffset measurementdatetime collectedat \
        collected collectiondatetime datetimecollected samplecollecteddatetime obsdatetime collecteddt datesampled collecteddatetime \
        collectiondateandtime collectdatetime specimencollectiondatetime specimencollected \
        specimentakendate specimentakentime specimntakentime samplecollected sampledatetime \
        samplingdatetime specimendatetime drawn drawdatetime datetimedrawn adtm measuredat \
        effectivedatetime labchemspecimendatetime observationdatetime eventenddttm entnahme entnahmezeitpunkt abnahme \
        abnahmezeitpunkt probenentnahme probenahme dateheureprelevement \
        dateheuredeprelevement fechahoraextraccion fechahoratoma datasoraprelievo \
        dataoraprelievo datetime timestamp effectiveinstant effectiveperiodstart observed \
        observeddatetime obr7 obx14 spm17 eventenddt datapobrania datumodberu numunealmatarihi \
        numunetarihi naytteenottoaika naytteenottopvm provetagningstidspunkt \
        provetakingstidspunkt provetidspunkt provetid naytteenotto provetagning provtagning compobsinsttm \
        ornekalmazamani sampled taken sampledat sampledon takenat takenon collectedon datetaken observedat datarecoltare datarecoltarii \
        \
        датаивремявзятия датаивремязабора датавремявзятия датавремязабора датаивремявзятияпробы \
        датаивремявзятиябиоматериала 采集时间 标本采集时间 样本采集时间 採取日時 採血日時 検体採取日時 \
        採取日時分 채취일시 채혈일시 검체채취일시"),
    (
        Role::CollectedTime,
        ByCells(&[(Role::Collected, Dates), (Role::CollectedTime, Anything)]),
        "collectiontime sampletime samplingtime specimentime collecttime colltime \
        specimencollectiontime entnahmezeit abnahmezeit measurementtime timecollected \
        采样时间 采血时间 採取時刻 採血時刻 времявзятия времязабора 채취시간 채혈시간 \
        collectedtime labtm drawntime drawtime timedrawn time uhrzeit zeit heure hora ora afnametijd \
        provtagningstid horacoleta"),
    (Role::CollectedTime, Plain, "entnahmeuhrzeit abnahmeuhrzeit heureprelevement \
        heuredeprelevement horaextraccion horadeextraccion horatoma oraprelievo"),
    (Role::Collected, Plain, "measurementdate collectiondate datecollected collecteddate \
        collectdate colldate specimendate specimencollectiondate sampledate samplingdate drawdate \
        datedrawn adt entnahmedatum abnahmedatum \
        dateprelevement datedeprelevement dateduprelevement fechaextraccion fechadeextraccion \
        fechatoma fechatomamuestra fechadetoma fechamuestra extraccion dataprelievo \
        datadelprelievo datacampione afnamedatum provtagningsdatum datacoleta datadacoleta \
        observationdate testdate provetagningsdato provetakingsdato provedato dtcoleta labdt \
        датавзятия датазабора датавзятияматериала датавзятиябиоматериала датазаборабиоматериала датавзятияпробы \
        采样日期 采集日期 采血日期 採取日 採血日 検体採取日 \
        채취일 채혈일 채취일자 검체채취일 採檢日期 採檢時間 датавзятияобразца датазабору датаисследования \
        датаанализа 检验日期 检查日期 検査日 検査日時 검사일 검사일시 검사일자 дата 日期 日付 日時 date datum fecha \
        data startdate dateoftest labdate tarih tarihi paivamaara servicedate dateofservice eventdate"),
    // A place, or a person, as well.
    (
        Role::Collected,
        ByCells(&[(Role::Collected, Dates)]),
        "pobrano odber mintavetel"),
    // A time of day would be one of another day.
    (Role::Collected, ByCells(&[(Role::Collected, Dates)]), "检验时间"),
    (Role::Received, Plain, "received receivedat receiveddatetime datetimereceived receiveddate \
        datereceived receivedtime receiptdate receipttime labreceived specimenreceived \
        registeredat eingang eingangsdatum eingangszeit probeneingang datereception \
        datedereception reception fecharecepcion recepcion dataaccettazione \
        datarichiesta датапоступления датарегистрации 接收时间 接收日期 签收时间 送检时间 受付日時 受付日 접수일시 \
        접수일 접수일자 收件日期"),
    (
        Role::Received,
        ByCells(&[(Role::Received, Dates), (Role::Sample, Identifiers)]),
        "accettazione"),
    (Role::Reported, Plain, "storetime labresultrevisedoffset reported reportedat \
        reporteddatetime reportdate reportdatetime datereported resulted resulttime \
        resultdatetime resultdate resultdateandtime resulteddate dateresulted \
        verifieddate verifiedat validationdate befunddatum befundzeit befundet \
        freigabedatum dateresultat datederesultat datevalidation datedevalidation \
        fecharesultado fechavalidacion fechainforme datarisultato datareferto datavalidazione \
        entertime updatedat issued obr22 датавыполнения датаготовности датавыдачи датарезультата 报告时间 报告日期 \
        审核时间 报告日 報告日時 報告日 결과보고일시 보고일시 보고일 보고일자 testedat performedat dateperformed performeddate recordedat \
        reportedon"),
    (Role::Sex, Plain, "sex gender patientsex patientgender gendersourcevalue administrativesex \
        geschlecht sexe sexo sesso genre genero genere geslacht kon kjonn plec pohlavi pohlavie \
        cinsiyet cinsiyeti sukupuoli pid8 geschl sexcddisp birthsex sexcd icsexo riagendr sexul nem neme φυλο φύλο пол стать spol sugu \
        性别 性別 성별 性 \
        lytis dzimums ptsex ptgender sexatbirth patsex"),
    (Role::Sex, Plain, "genderconceptid"),
    // Yes, or no and the other.
    (Role::Sex, ByCells(&[(Role::Sex, Answers)]), sex::MALE),
    (Role::Sex, ByCells(&[(Role::Sex, Answers)]), sex::FEMALE),
    (Role::Age, Plain, "age patientage ageatcollection ageattest ageatsampling alter \
        patientenalter edad eta aage anchorage ridageyr leeftijd alder idade wiek vek yas ika возраст 年龄 年齢 年齡 \
        나이 연령 年令 вік 年龄岁 年齢歳 年齡歲"),
    // Groups by their ages; the number of a group is no age.
    (Role::Age, ByCells(&[(Role::Age, AgeGroups)]), "agegroup agegroups ageband agecategory agecat agerange ageclass agebin \
        agebracket agegrp altersgruppe altersklasse classeage classedage tranchedage grupoedad gruposdeedad faixaetaria classedieta"),
    (Role::AgeUnit, Plain, "ageu ageunit ageunits alterseinheit uniteage unidadedad 年龄单位 年龄类型 年齢単位 \
        나이단위 единицавозраста едвозраста unitofage unitsofage ageuom agein"),
    // A type of an age may be another thing: child, adult.
    (Role::AgeUnit, ByCells(&[(Role::AgeUnit, AgeUnits)]), "agetype"),
    (Role::Birth, Plain, "birthdate dateofbirth brthdtc birthdatetime birthdttm birthday birth \
        patientdob geburtsdatum gebdatum geb datedenaissance datenaissance ddn naissance \
        fechadenacimiento fechanacimiento nacimiento datadinascita datanascita nascita \
        geboortedatum fodelsedatum fodselsdato datadenascimento datanascimento dataurodzenia \
        datumnarozeni datumnarodenia dogumtarihi syntymaaika syntymapaiva pid7 датарождения 出生日期 出生年月日 \
        出生年月 生年月日 생년월일 др 生日 датанародження gebdat natoil dataur"),
    (
        Role::Birth,
        ByCells(&[(Role::Birth, Dates)]),
        "dn born ptdob"),
    // In Croatian an age.
    (
        Role::Birth,
        ByCells(&[(Role::Birth, Dates), (Role::Age, Ages), (Role::Birth, Anything)]),
        "dob"),
    // A year alone, where there is no date.
    (Role::Birth, Plain, "yearofbirth yob birthyear geburtsjahr anneenaissance anneedenaissance"),
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
        test analyse analysename \
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
        biomarkername parametr nazwaparametru vizsgalatneve denumireanaliza denumireaanalizei pretraga изследване \
        descricaoexame descricaodoexame nomanalyse nomdelanalyse εξεταση εξέταση περιγραφη περιγραφή"),
    (Role::Name, NameWithUnit, "param"),
    (
        Role::Name,
        ByCells(&[(Role::Name, Analytes)]),
        "name tests analytes variable measure marker basename externalname commonname \
        biomarker nombre nom nome designation denominacion codeterm particulars servicename analiza"),
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
        検査コード 項目コード 검사코드 analysiscode"),
    // A short name may be that of anything.
    (Role::Code, ByCells(&[(Role::Code, Analytes)]), "项目代号 代号 英文缩写 缩写 英文名"),
    // Epic keeps the number of a record there, or the code.
    (
        Role::Loinc,
        ByCells(&[(Role::Loinc, Loincs)]),
        "componlncid componentlncid lncid"),
    (Role::Loinc, Plain, "loinc labloinc loinccode loinccd loinccod loincnum loincnumber lbloinc loincid codeloinc \
        codigoloinc codiceloinc"),
    (Role::Specimen, Plain, "fluid lbspec specimentype especime sampletype specimensource specimenname \
        specimendescription specimenmaterial matrix bodyfluid material probenmaterial \
        untersuchungsmaterial probenart nature natureprelevement natureduprelevement \
        typeprelevement typedeprelevement naturedelechantillon tipomuestra tipodemuestra \
        tipocampione tipodicampione materiale \
        materiaal especimen provmaterial provemateriale materialart tubetype \
        monstertype tipodeamostra tipoamostra milieu milieudeprelevement provtyp provetype \
        samplematerial specimendesc sampledescription sampledesc specimendisplay \
        materialbiologico specimentypename sampletypename spm4 obr15 numuneturu rodzajmaterialu \
        typvzorku typvzorky druhvzorku druhmaterialu primarnivzorek primarnavzorka typprobki rodzajprobki naytetyyppi \
        naytelaji naytemateriaali ornekturu ornektipi numunetipi materyal monstersoort provslag provemat provematerial matrice \
        mintatipus mintatipusa tipproba tipdeproba биоматериал \
        материал типбиоматериала spectype sptype specimencode specimentypecode specimencd samplematrix monstermateriaal \
        materialtyp provtagningsmaterial materialbezeichnung untersuchungsmat probenmat probenmaterialart tipodematerial \
        tipomaterial materialdamostra видбиоматериала 标本类型 样本类型 标本种类 标本类别 样本种类 检体类型 材料 \
        材料名 検体材料 検体種別 検体種類 검체종류 검체명 标本名称 検体名 検査材料 檢體別 檢體類別 檢體種類 검체구분 \
        типматериала біоматеріал матеріал 送检标本 样品类型 試料 검체유형 검사재료 видматериала исследуемыиматериал"),
    (
        Role::Specimen,
        ByCells(&[(Role::Specimen, Specimens)]),
        "mat spec tubo tub tuba epruvetta epruveta recipiente recipient contenedor probengefass gefass source system \
        site bodysite container containertype tube collectiontube rohrchen \
        provrohr tubename fluidtype topography"),
    (Role::Category, Plain, "lbcat parcat1 category labcategory section labsection department \
        discipline bereich laborbereich fachbereich gruppe panel panelname secteur seccion \
        area settore sezione class \
        testgroup analysengruppe battery batteryname grupo perfil orderable \
        kapitel abschnitt arbeitsplatz leistungsgruppe chapitre rubrique famille gruppo setor dzial grupa pracownia skupina \
        oddeleni oddelenie csoport groep rubriek grupp ryhma grup bolum раздел группа materialgruppe 检验类别 \
        检验大类 检验分类 检验专业 検査分類 検査区分 分類 검사분류 검사구분 報告種別 группаисследовании \
        разделисследовании 檢驗類別 檢驗組別 組別 検査分野 検査グループ панель"),
    (Role::Category, Plain, "lbscat"),
    (Role::SampleKind, Plain, "samctrcal samplekind sampleclass samplerole samplecategory \
        qctype probentyp"),
    (Role::Condition, Plain, "lbfast fasting fastingstatus condition nuchtern ajeun jeun ayunas \
        digiuno cyclephase zyklusphase trimester clinicaldetails clinicalinformation clinicalinfo \
        clinicalhistory klinischeangaben renseignementscliniques"),
    (Role::Pregnancy, Plain, "pregnant pregnancy ispregnant pregnancystatus schwanger \
        schwangerschaft ssw gestationalageweeks gestationweeks gestation gaweeks gestationalage gestationalweek \
        gestationalweeks weeksofgestation weekofgestation weeksgestation pregnancyweek pregnancyweeks weekofpregnancy \
        weeksofpregnancy weekspregnant gravid grossesse enceinte \
        embarazo embarazada gravidanza incinta zwanger gravidez беременность срокбеременности вагітність \
        妊娠 妊娠週数 妊婦 孕周 怀孕 是否妊娠 是否怀孕 妊娠状态 妊娠周数 懷孕 懷孕週數 孕週 неделябеременности \
        термінвагітності 임신 임신주수 임신여부 preg"),
    // In English it is how often.
    (Role::Pregnancy, ByCells(&[(Role::Pregnancy, Words)]), "gravida"),
    (Role::SpecimenCondition, Plain, "lbspccnd specimencondition samplecondition specimenquality \
        integrity quality samplequality sampleintegrity specimenrejectreason probenqualitat probenzustand \
        qualiteechantillon calidadmuestra qualitacampione specimenintegrity appearance 标本状态 样本状态 标本性状 \
        檢體狀態 檢體状態 标本状况 样本性状 检体状态 性状 血清情報 дефектпробы характеристикаобразца преаналитика \
        состояниеобразца качествообразца станзразка якістьзразка 検体状態 検体性状 검체상태 состояниепробы \
        качествопробы 样本状态名称 样本性状名称 标本质量 标本外观 дефектыпробы samplestatename \
        serumappearance specimenappearance sampleappearance serumcolor serumcolour plasmacolor plasmacolour plasmaappearance \
        serumfarbe couleurduserum colordelsuero coloredelsiero cordosoro kleurserum 血清颜色 血清外观 血清の色 血清外観 цветсыворотки \
        conditiononreceipt sampleconditiononreceipt specimenconditiononreceipt receiptcondition \
        probenbeschaffenheit specimenstatus samplestatus aspectduserum aspectserum serumaspekt serumbeschaffenheit numunekalite \
        numunekalitesi numunedurumu kalite calidaddelamuestra estadomuestra estadodelamuestra qualidadedaamostra \
        qualidadeamostra idoneitacampione idoneitadelcampione stanprobki jakoscprobki kvalitavzorku stavvzorku provekvalitet \
        provkvalitet aspect conformite"),
    // How they are written: `H3 I0 L0`, `>I.H`.
    (Role::SpecimenCondition, Plain, "lih lihindex lihindices indices sampleflag sampleflags specimenflag \
        specimenflags serumindices serumindex sampleindices \
        hilindices hilflags hilflag hilinterference interferences interference"),
    (Role::SpecimenCondition, Alarm, "alarm alarms dataalarm dataalarms qualityflag qualityflags instrumentflag \
        instrumentflags \
        analyzerflag analyzerflags analyserflag analyserflags error errors errorcode errorcodes errormessage errortext \
        errorflag resulterror qaflag qaflags instrumenterror analyzererror analysererror instrumentalarm analyzeralarm"),
    (Role::SpecimenCondition, Hemolysis, "hemolysis haemolysis hemolyzed haemolyzed hemolysed \
        haemolysed ishemolyzed hemolysisgrade haemolysisgrade hemolysisflag haemolysisflag \
        hemolysisindex haemolysisindex hindex indexh sindexh freehb freehgb freehemoglobin freehaemoglobin plasmahb \
        plasmahgb plasmahemoglobin plasmahaemoglobin plasmafreehb cellfreehb hil hilindex hemolyse haemolyse hamolyse \
        hemolysegrad haemolysegrad hamolysegrad hamolyseindex haemolyseindex hemolyseindeks \
        hemolysindex hemolytic hamolytisch indicehemolyse indicedhemolyse hemolisis \
        indicehemolisis indicedehemolisis indicehemolitico emolisi indiceemolisi indicediemolisi serumindexh \
        serumindexhemolysis hemolyticindex haemolyticindex hemolise indicehemolise \
        indicedehemolise 溶血 溶血指数 溶血程度 溶血度 용혈 용혈지수 гемолиз индексгемолиза гемоліз \
        是否溶血 溶血标志 溶血情况 溶血等级 検体溶血 溶血フラグ 溶血有無 용혈여부 용혈정도 наличиегемолиза степеньгемолиза"),
    (Role::SpecimenCondition, Icterus, "icterus icteric isicteric icterusindex ictericindex iindex indexi sindexi icterusgrade \
        icterusflag ikterus ikterisch ikterusindex ikterusgrad ictere indiceictere indicedictere indiceicterique \
        indiceictericia indiceicterico ittero indiceittero indicediittero serumindexi serumindexicterus 黄疸 \
        黄疸指数 황달 황달지수 иктеричность индексиктеричности 検体黄疸"),
    (Role::SpecimenCondition, Lipemia, "lipemia lipaemia lipemic lipaemic islipemic lipemiaindex lipaemiaindex lipemicindex \
        lipaemicindex lindex indexl sindexl lipemiagrade lipaemiagrade lipemiaflag lipaemiaflag lipamie lipaemie lipamisch \
        lipamieindex lipaemieindex lipamiegrad lipemie indicelipemie indicedelipemie indicelipemique indicelipemia \
        indicelipemico indicedilipemia serumindexl serumindexlipemia 乳び 乳糜 脂血 脂血指数 乳糜指数 혼탁 유미 \
        липемия индекслипемии хилез 乳ビ 検体乳ビ"),
    // Results as reported, in text before numbers.
    (Role::Value, Original, "lborres analytevalue convresult conventionalresult conventionalvalue resultconventional \
        resultconv resultus usresult"),
    (Role::Value, Analysis, "avalc aval"),
    (Role::Value, Standard, "testresultcleaned lbstresc lbstresn stdvalue siresult resultsi sivalue valuesi"),
    (Role::Value, Plain, "ordvalue labresulttext valuesourcevalue valuetext textvalue resulttext \
        textresult resultastext resultvalue value testresult labvalue result results observationvalue \
        ergebnis valuequantityvalue valuestring obx5 wynik vysledek vysledok sonuc tulos deresultado \
        ergebniswert messergebnis messwert wert befund resultat resultats valeur \
        resultado resultados valor risultato risultati valore esito resultval uitslag resultaat \
        результат значение результатисследования результаттеста 结果 检验结果 检测结果 测定结果 结果值 检测值 报告值 定量结果 结果1 測定結果 結果 \
        結果値 検査結果 検査値 測定値 \
        결과 결과값 검사결과 결과치 检验值 檢驗值 檢驗結果 結果值 测定值 수치 \
        svar eredmeny rezultat резултат deger tulemus rezultāts rezultats rezultatas αποτελεσuα αποτέλεσuα αποτελεσuατα \
        αποτελέσuατα valorobtido resultadonumerico resultadoobtido currentresult yourresult yourresults patientresult \
        patientresults valquantity valresult formattedentry originalresult originalvalue initialresult initialvalue firstresult firstvalue \
        1stresult result1"),
    (Role::Value, Plain, "labchemresultvalue labchemresultnumericvalue msresultc msresultn nvalnum labresulttextval \
        labresultnumval \
        yourvalue currentresultandflag stringvalue valuenum labresult valueasnumber valuenumeric numericvalue \
        numericresult resultnumeric resultnum ordnumvalue"),
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
        resultprefix valueprefix sign resultsign valuesign comparison symbol relation relationship oper opr operateur \
        operador operand"),
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
        unitatedemasura unitatemasura mertekegyseg jedinica jedinice единици мернаединица uονάδαuέτρησης uοναδαuετρησης \
        uονάδες uοναδες uhik uhikud mērvienība mervieniba matavimovienetas"),
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
        altsinir altreferans refod normaod zakresod granicaod normadesde valordesde ondergrens alaraja refdown wartoscreferencyjnaod \
        lowlimit reflo rangelo lolimit lowref referencerangelowvalue lower low lo min mini unten"),
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
        refup highlimit refhi rangehi hilimit highref referencerangehighvalue upper high hi max maxi maks maksi maksimum oben wartoscreferencyjnado"),
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
        zakresreferencyjny wartoscireferencyjne referencnimeze referencnerozmedzie \
        referansaraligi viitearvot viitearvo viitevali referencerangetext devalorreferencia obx7 \
        参考范围 参考值 参考区间 参考值范围 正常值 正常范围 正常参考值 參考值 參考區間 參考範圍 基準値 基準範囲 \
        参考基準値 正常値 正常範囲 参考値 참고치 참조범위 참고범위 정상범위 정상치 기준치 \
        референсныезначения референсныиинтервал референсныеинтервалы референтныезначения рефинтервал рефзначения \
        границынормы норма нормы референтнізначення референснізначення референтнииінтервал \
        referensvarde referensvarden τιuέςαναφοράς τιuεςαναφορας"),
    (Role::Range, Plain, RANGES_WITH_UNITS),
    (
        Role::Range,
        ByCells(&[(Role::Range, Intervals)]),
        "reference references ref refvalue refvalues referencevalue referenz limits normal vr vn vnr normaux rr"),
    (
        Role::Range,
        ByCells(&[(Role::Range, Limits)]),
        "nonspecrefs healthyrange desiredrange desirablerange acceptablerange"),
    (Role::Range, Original, "lbornrc"),
    (Role::Range, Standard, "lbstnrc"),
    // A column of that name may hold yes and no as well.
    (Role::CriticalLow, ByCells(&[(Role::CriticalLow, Numbers)]), "criticallow critlow critlo criticallo criticallower \
        criticallowlimit criticallowerlimit criticallowvalue lowcritical lowcriticallimit lowercritical lowercriticallimit \
        criticallimitlow criticallimitlower criticalrangelow criticalvaluelow criticalmin critmin paniclow paniclo paniclower paniclowlimit paniclimitlow \
        panicvaluelow panicrangelow lowpanic lowpaniclimit lowerpanic panicmin alertlow alertlower alertlowlimit alertlimitlow lowalert loweralert \
        lowalertlimit alertrangelow criticallln kritischniedrig kritischunten kritischeuntergrenze"),
    (Role::CriticalHigh, ByCells(&[(Role::CriticalHigh, Numbers)]), "criticalhigh crithigh crithi criticalhi criticalupper \
        criticalhighlimit criticalupperlimit criticalhighvalue highcritical highcriticallimit uppercritical uppercriticallimit \
        criticallimithigh criticallimitupper criticalrangehigh criticalvaluehigh criticalmax critmax panichigh panichi panicupper panichighlimit \
        paniclimithigh panicvaluehigh panicrangehigh highpanic highpaniclimit upperpanic panicmax alerthigh alertupper alerthighlimit alertlimithigh highalert \
        upperalert highalertlimit alertrangehigh criticaluln kritischhoch kritischoben kritischeobergrenze"),
    (Role::CriticalRange, ByCells(&[(Role::CriticalRange, CriticalRanges)]), "criticalrange criticalranges critrange criticalinterval \
        criticallimits criticalvalues panicrange paniclimits panicvalues alertrange alertranges alertlimits alertinterval"),
    (Role::Flag, Analysis, "anrind"),
    (Role::Flag, Plain, "lbnrind flag abnormalflag abnflag abnormal abnormalflags resultflag \
        flags interpretation abnormality alert bewertung auffallig pathologisch pathologie \
        kennzeichen markierung anomalie alarme interpretacion alarma alarmas indicador \
        allarme segnalazione anomalia resultstatusflag normalcycddisp \
        patho path vlag flagga avvik afvigelse asterisco alterado abn flaga wertung obx8 \
        interpretationcodingcode interpretationcode interpretationcoding interpretationtext resultflags abnind valueflagcd labflag \
        флаг отклонение патология оценка 标志 结果提示 прапорець 異常 異常区分 異常値区分 判讀 异常提示 提示 \
        异常标志 结果标志 异常标识 高低标志 高低 異常フラグ 異常値フラグ フラグ 判定 판정 이상여부 grenzwertindikator bayrak \
        isabnormal outofrange afwijkend anormal patologisk patologiska poikkeava auffalligkeit 标记 高低区分 結果判定 異常註記 флаготклонения"),
    (
        Role::Flag,
        ByCells(&[(Role::Flag, Flags)]),
        "classification valueasconceptname severity markering hodnoceni jeloles oznaka indicator hl ind oor rangeflag evaluation assessment"),
    // Beside a flag: whether the result is critical.
    (
        Role::Flag,
        ByCells(&[(Role::Flag, Answers)]),
        ASKING_IF_CRITICAL),
    // What it is may be said in a sentence.
    (
        Role::Flag,
        ByCells(&[(Role::Flag, Flags), (Role::Comment, Anything)]),
        "interpretacao interpretacja ocena"),
    (Role::Status, Plain, "status resultstatus observationstatus teststatus reportstatus lbstat \
        ergebnisstatus befundstatus statut statutresultat estado estadoresultado stato \
        statorisultato \
        resultstatuscddisp resultstatusc resultstatusdesc verificationstatus reviewstate orderstatus qcstatus validationstatus \
        resultstate obx11 observationresultstatus recordstatus rowstatus \
        结果状态 审核状态 报告状态 状态标志 報告狀態 結果狀態 ステータス 結果ステータス 報告区分 報告状態 検査状況 \
        결과상태 보고상태 진행상태 검사상태 報告状況 статусанализа статустеста статус"),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses)]),
        "qc qcresult qccheck qcpass qcpassed qcflag qualitycontrol 审核标志 結果区分 检验结果状态"),
    (
        Role::Standing,
        ByCells(&[(Role::Reported, Dates), (Role::Standing, Anything)]),
        headers::PERHAPS_VERIFIED),
    (Role::Standing, Plain, headers::TAKEN_BACK),
    (Role::Standing, Plain, headers::HOLDS),
    (Role::Standing, Plain, headers::VERIFIED),
    (Role::Standing, Plain, headers::UNFINISHED),
    (Role::Standing, Plain, headers::DOUBTED),
    (Role::Standing, Plain, headers::FIT),
    (Role::Standing, Plain, headers::NOT_DONE),
    (Role::Standing, Plain, headers::DONE),
    (Role::Standing, Plain, headers::DERIVED),
    (Role::Standing, Plain, headers::IS_DERIVED),
    (Role::Standing, Plain, headers::STATISTIC),
    (Role::Standing, Plain, headers::SPECIES),
    (Role::Standing, Plain, headers::ORGANISM),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses)]),
        "state ver befundart stan stav tila stare tilstand durum allapot etat situacao situacion 状态 \
        状態 狀態 상태 состояние processingstatus processstatus processstate completion completionstatus outcome resultoutcome"),
    (
        Role::Status,
        ByCells(&[(Role::Status, Statuses), (Role::Standing, Answers), (Role::Reported, Dates)]),
        headers::PERHAPS_STATUS),
    (Role::Reason, Plain, "lbreasnd reason reasonnotdone rejectionreason rejectreason \
        cancelreason cancellationreason absentreason dataabsentreason grund stornogrund motif \
        motivo dataabsentreasontext dataabsentreasoncode 拒收原因 退检原因 不合格原因 拒否理由 検査中止理由 \
        부적합사유 취소사유 причинабрака причинаотказа retnedeni motivorechazo motivoderechazo motivodelrechazo powododrzucenia \
        motifderejet motifrejet motifdurejet motifdenonconformite"),
    (Role::Comment, Plain, "comment comments resultcomment resultcomments labcomment lbcoval \
        testcomment specimencomment note notes remark remarks kommentar kommentare bemerkung \
        bemerkungen anmerkung ergebniskommentar befundkommentar commentaire commentaires \
        remarque observations comentario comentarios observaciones commento commenti osservazioni \
        componentcomment componentcomments specimencomments labcomments resultnote resultnotes \
        ordercomment ordercomments interpretivecomment interpretivecomments samplecomment \
        samplecomments observacion observacao observacoes opmerking opmerkingen hinweis hinweise \
        probenkommentar laborkommentar kommentaar merknad anmarkning \
        ergebnistext befundtext toelichting uwagi komentarz kommentti kommentit lausunto obs \
        lbcom freetext freitext nota poznamka aciklama notetext nte3 \
        комментарии примечание примечания коментар 备注 备注信息 说明 評語 コメント 検体コメント 結果コメント 備考 \
        비고 코멘트 检验备注 报告备注 备注说明 備註 検査コメント 소견 의견 참고사항 примітка примітки 结果说明 \
        結果説明 結果說明 說明 附注 附註 评语 异常原因 诊断意见 報告コメント コメント1 付加コメント 결과비고 \
        комментарииврача замечания замечание особыеотметки заключение labnote labnotes techniciannote techniciannotes technote technotes \
        techcomment techcomments techniciancomment techniciancomments technologistcomment pathologistcomment \
        pathologistcomments footnote footnotes samplenote samplenotes specimennote specimennotes sampleremark sampleremarks \
        specimenremark specimenremarks message messages nte associatedtext not notlar incidencia incidencias \
        observacionestecnicas observaciontecnica komentar komentare megjegyzes megjegyzesek observatii observatie napomena \
        napomene opomba opombe bemaerkning bemaerkninger huomautus huomautukset remarques conclusion conclusions \
        testbezogenehinweise 标本备注 样本备注 结果备注 検体コメント1 結果コメント1 검사자소견 검체비고 특이사항 комментариикпробе"),
];

/// Units of an age in a header, folded, longest first.
pub(super) const AGE_UNITS: &[(&str, &str)] = &[
    (
        "years",
        "years year yrs yr jahren jahre annees ans anos anni y",
    ),
    ("months", "months month mois monaten monate meses mesi mo m"),
    ("weeks", "weeks week wochen semaines semanas settimane wk w"),
    ("days", "days day tagen tage jours dias giorni d"),
];

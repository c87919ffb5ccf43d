//! What it was measured in, and how the sample and the patient were.

use super::Row;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{Specimens, Words};
use crate::import::headers::vocabulary::Kind::{
    Alarm, ByCells, Hemolysis, Icterus, Lipemia, Plain,
};

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    (Role::Specimen, Plain, "fluid lbspec specimentype especime sampletype specimensource specimenname \
        specimendescription specimenmaterial matrix bodyfluid material probenmaterial \
        untersuchungsmaterial probenart nature natureprelevement natureduprelevement \
        typeprelevement typedeprelevement naturedelechantillon natureechantillon typeechantillon typedechantillon \
        typedelechantillon tipoespecimen tipodeespecimen tipomateriale spezimen типпробы типобразца видпробы видобразца tipomuestra tipodemuestra \
        tipocampione tipodicampione materiale \
        materiaal especimen provmaterial provemateriale materialart tubetype \
        monstertype tipodeamostra tipoamostra milieu milieudeprelevement provtyp provetype \
        samplematerial specimendesc sampledescription sampledesc specimendisplay \
        materialbiologico specimentypename sampletypename spm4 obr15 numuneturu rodzajmaterialu \
        typvzorku typvzorky druhvzorku druhmaterialu primarnivzorek primarnavzorka typprobki rodzajprobki naytetyyppi \
        naytelaji naytemateriaali ornekturu ornektipi numunetipi materyal monstersoort provslag provemat provematerial matrice \
        ειδοσδειγuατοσ mintatipus mintatipusa tipproba tipdeproba биоматериал \
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
        provrohr tubename fluidtype topography \
        specimencontainer samplecontainer collectioncontainer containername containerdescription containerdesc containercode tubecontainer \
        specimentube tubecolor tubecolour tubetop tubetopcolor tubetopcolour tubetypecode tubedescription tubedesc tubetypedescription \
        tubeadditive cap capcolor capcolour stoppercolor stoppercolour vacutainer monovette additive anticoagulant preservative \
        rohrchentyp rohrchenart gefasstyp gefassart probenrohrchen antikoagulans tipodetubo tipotubo colortubo colordetubo \
        tipodecontenedor typdetube typetube couleurtube tipoprovetta anticoagulante aditivo probowka typprobowki zkumavka \
        typzkumavky пробирка типпробирки видпробирки контеинер пробірка 采血管 采血管类型 试管 试管类型 容器 採血管 採血管種 試管 \
        容器名 검체용기 용기 용기명"),
    (Role::Category, Plain, "lbcat parcat1 category labcategory section labsection department \
        discipline bereich laborbereich fachbereich gruppe panel panelname secteur seccion \
        area settore sezione class \
        testgroup analysengruppe battery batteryname grupo perfil orderable \
        kapitel abschnitt arbeitsplatz leistungsgruppe chapitre rubrique famille gruppo setor dzial grupa pracownia skupina \
        oddeleni oddelenie csoport groep rubriek grupp ryhma grup bolum раздел группа materialgruppe 检验类别 \
        检验大类 检验分类 检验专业 検査分類 検査区分 分類 검사분류 검사구분 報告種別 группаисследовании \
        разделисследовании 檢驗類別 檢驗組別 組別 検査分野 検査グループ панель departmentname labdepartment labdepartmentname sectionname"),
    (Role::Category, Plain, "lbscat"),
    (Role::SampleKind, Plain, "samctrcal samplekind sampleclass samplerole samplecategory \
        qctype probentyp"),
    (Role::Condition, Plain, "lbfast fasting fastingstatus fasted isfasting isfasted wasfasting wasfasted fastingyn fastedyn \
        fastingstate fastedstate condition nuchtern ajeun jeun ayunas \
        digiuno cyclephase zyklusphase trimester pregnancytrimester trimesterofpregnancy clinicaldetails clinicalinformation clinicalinfo \
        clinicalhistory klinischeangaben renseignementscliniques"),
    (Role::Pregnancy, Plain, "pregnant pregnancy ispregnant pregnancystatus schwanger \
        schwangerschaft ssw gestationalageweeks gestationweeks gestation gaweeks gestationalage gestationalweek \
        gestationalweeks weeksofgestation weekofgestation weeksgestation pregnancyweek pregnancyweeks weekofpregnancy \
        weeksofpregnancy weekspregnant gravid grossesse enceinte \
        embarazo embarazada gravidanza incinta zwanger gravidez беременность срокбеременности вагітність \
        妊娠 妊娠週数 妊婦 孕周 怀孕 是否妊娠 是否怀孕 妊娠状态 妊娠周数 懷孕 懷孕週數 孕週 неделябеременности \
        термінвагітності 임신 임신주수 임신여부 preg ridexprg"),
    // In English it is how often.
    (Role::Pregnancy, ByCells(&[(Role::Pregnancy, Words)]), "gravida"),
    (Role::SpecimenCondition, Plain, "lbspccnd specimencondition samplecondition specimenquality \
        integrity quality samplequality sampleintegrity sampleadequacy specimenadequacy sampleacceptability specimenacceptability probenqualitat probenzustand \
        qualiteechantillon calidadmuestra qualitacampione specimenintegrity appearance visualinspection visualappearance 标本状态 样本状态 标本性状 \
        檢體狀態 檢體状態 标本状况 样本性状 检体状态 性状 血清情報 дефектпробы характеристикаобразца преаналитика \
        состояниеобразца качествообразца станзразка якістьзразка 検体状態 検体性状 검체상태 состояниепробы \
        качествопробы 样本状态名称 样本性状名称 标本质量 标本外观 дефектыпробы samplestatename \
        serumappearance specimenappearance sampleappearance serumcolor serumcolour plasmacolor plasmacolour plasmaappearance \
        serumfarbe couleurduserum colordelsuero coloredelsiero cordosoro kleurserum 血清颜色 血清外观 血清の色 血清外観 цветсыворотки \
        conditiononreceipt sampleconditiononreceipt specimenconditiononreceipt receiptcondition \
        probenbeschaffenheit specimenstatus samplestatus aspectduserum aspectserum serumaspekt serumbeschaffenheit numunekalite \
        numunekalitesi numunedurumu kalite calidaddelamuestra estadomuestra estadodelamuestra qualidadedaamostra \
        qualidadeamostra idoneitacampione idoneitadelcampione stanprobki jakoscprobki kvalitavzorku stavvzorku provekvalitet \
        aspectodelsuero aspectosuero aspettodelsiero aspettosiero aspectodosoro aspectosoro wygladsurowicy видсыворотки внешниивидсыворотки \
        serumquality plasmaquality serumclarity plasmaclarity \
        provkvalitet aspect aussehen probenaussehen serumaussehen conformite"),
    // How they are written: `H3 I0 L0`, `>I.H`.
    (Role::SpecimenCondition, Plain, "lih lihindex lihindices indices sampleflag sampleflags specimenflag \
        specimenflags serumindices serumindex sampleindices \
        hilindices hilflags hilflag hilinterference interferences interference"),
    (Role::SpecimenCondition, Alarm, "specimenrejectreason samplerejectreason specimenrejectionreason \
        samplerejectionreason spm21 alarm alarms dataalarm dataalarms qualityflag qualityflags instrumentflag \
        instrumentflags \
        analyzerflag analyzerflags analyserflag analyserflags error errors errorcode errorcodes errormessage errortext \
        errorflag resulterror qaflag qaflags instrumenterror analyzererror analysererror instrumentalarm analyzeralarm"),
    (Role::SpecimenCondition, Hemolysis, "hemolysis haemolysis hemolyzed haemolyzed hemolysed \
        haemolysed ishemolyzed hemolysisgrade haemolysisgrade hemolysisflag haemolysisflag \
        hemolysisindex haemolysisindex hindex indexh sindexh freehb fhb freehgb freehemoglobin freehaemoglobin plasmahb \
        plasmahgb plasmahemoglobin plasmahaemoglobin plasmafreehb cellfreehb hil hilindex hemolyse haemolyse hamolyse \
        hemolysegrad haemolysegrad hamolysegrad hamolyseindex haemolyseindex hemolyseindeks \
        hemolys hemolysgrad hemolysindex hemolyysi hemolyysiaste hemolyysiindeksi hemolytic hamolytisch indicehemolyse indicedhemolyse hemolisis \
        indicehemolisis indicedehemolisis indicehemolitico emolisi indiceemolisi indicediemolisi serumindexh \
        serumindexhemolysis hemolyticindex haemolyticindex hemolise indicehemolise \
        indicedehemolise 溶血 溶血指数 溶血程度 溶血度 용혈 용혈지수 гемолиз индексгемолиза гемоліз \
        是否溶血 溶血标志 溶血情况 溶血等级 検体溶血 溶血フラグ 溶血有無 용혈여부 용혈정도 наличиегемолиза степеньгемолиза"),
    (Role::SpecimenCondition, Icterus, "icterus icteric isicteric icterusindex ictericindex iindex indexi sindexi icterusgrade \
        icterusflag ikterus ikterisch ikterusindex ikterusgrad ictere indiceictere indicedictere indiceicterique \
        indiceictericia indiceicterico ittero indiceittero indicediittero serumindexi serumindexicterus 黄疸 \
        黄疸指数 황달 황달지수 иктеричность индексиктеричности 検体黄疸"),
    (Role::SpecimenCondition, Lipemia, "lipemia lipaemia lipemic lipaemic islipemic lipemiaindex lipaemiaindex lipemicindex \
        lipaemicindex lindex indexl sindexl lipemiagrade lipaemiagrade lipemiaflag lipaemiaflag serumturbidity sampleturbidity plasmaturbidity lipamie lipaemie lipamisch \
        lipamieindex lipaemieindex lipamiegrad lipemie indicelipemie indicedelipemie indicelipemique indicelipemia \
        indicelipemico indicedilipemia serumindexl serumindexlipemia 乳び 乳糜 脂血 脂血指数 乳糜指数 혼탁 유미 \
        липемия индекслипемии хилез 乳ビ 検体乳ビ"),
];

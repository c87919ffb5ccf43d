//! When a sample was drawn, received and reported.

use super::Row;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{Anything, Dates, Identifiers};
use crate::import::headers::vocabulary::Kind::{ByCells, Plain};

/// Headers of dates of visits: when a sample was drawn, about, where nothing else says when.
pub(in crate::import::headers::vocabulary) const DATES_OF_VISITS: &str = "visitdate dateofvisit";

/// Headers of the day on which blood was drawn or tested: one of another day is when a form was sent.
pub(in crate::import::headers::vocabulary) const DAYS_OF_DRAWS: &str = "\
    dateofbloodtest bloodtestdate blooddrawdate dateofblooddraw bloodcollectiondate labdrawdate drawdate datedrawn drawnon \
    collectiondate datecollected collecteddate collectdate specimencollectiondate samplecollectiondate dateofsamplecollection \
    dateofspecimencollection sampledate samplingdate specimendate dateoftest testdate labdate lbdat";

/// Headers of dates in languages that write them with points and the day first, and in no other order with points: not in
/// Hungarian, Korean, Chinese, Japanese or Lithuanian.
pub(in crate::import::headers::vocabulary) const OF_DAYS_FIRST: &str = "\
    entnahme entnahmezeitpunkt entnahmedatum entndat abnahme abnahmezeitpunkt abnahmedatum probenentnahme probenahme \
    geburtsdatum datapobrania dataigodzinapobrania datumodberu datumacasodberu numunealmatarihi numunetarihi \
    ornekalmazamani ornekalmatarihi dogumtarihi tarih tarihi naytteenottoaika naytteenottopvm naytteenotto paivamaara \
    dato pvm paivays dagsetning датум provetakingstidspunkt provetidspunkt provetid provedato provetakingsdato fodselsdato datarecoltare datarecoltarii \
    дата датавзятия датазабора датавзятияматериала датавзятиябиоматериала датазаборабиоматериала датавзятияпробы \
    датавзятияобразца датазабору датаисследования датаанализа датарождения датаивремявзятия датаивремязабора \
    датавремявзятия датавремязабора датаивремявзятияпробы датаивремявзятиябиоматериала";

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    // Times before dates: of two, the finer one.
    (Role::Collected, Plain, "charttime lbdtc labresultoffset measurementdatetime collectedat \
        collected collectiondatetime datetimecollected samplecollecteddatetime obsdatetime collecteddt datesampled collecteddatetime \
        collectiondateandtime collectdatetime specimencollectiondatetime samplecollectiondatetime samplecollectedat samplecollectedon specimencollected \
        specimentakendate specimentakentime specimntakentime samplecollected sampledatetime \
        samplingdatetime specimendatetime drawn drawdatetime datetimedrawn adtm measuredat \
        effectivedatetime labchemspecimendatetime observationdatetime eventenddttm entnahme entnahmezeitpunkt abnahme \
        abnahmezeitpunkt probenentnahme probenahme dateheureprelevement \
        dateheuredeprelevement fechahoraextraccion fechahoratoma datasoraprelievo \
        dataoraprelievo datetime timestamp effectiveinstant effectiveperiodstart observed \
        observeddatetime obr7 obx14 spm17 eventenddt datapobrania datumodberu numunealmatarihi \
        numunetarihi naytteenottoaika naytteenottopvm provetagningstidspunkt \
        provetakingstidspunkt provetidspunkt provetid naytteenotto provetagning provtagning compobsinsttm \
        ornekalmazamani ornekalmatarihi dateofcollection collectdttm collectiondttm collecteddttm collectioninstant specimencollectioninstant colldt testdatetime datahoradacoleta datahoracoleta datadacoletadaamostra \
        prelevele fechayhoradeextraccion fechayhoraextraccion afnamedatumtijd afnamedatumentijd provtagningstidpunkt datumacasodberu \
        dataigodzinapobrania sampled taken sampledat sampledon takenat takenon collectedon datetaken observedat datarecoltare datarecoltarii \
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
        provtagningstid horacoleta horadacoleta tijd tijdstip tid klokkeslaet klokkeslett provetagningstid cas godzina saat время 时间 時間 \
        採取時間"),
    (Role::CollectedTime, Plain, "entnahmeuhrzeit abnahmeuhrzeit heureprelevement \
        heuredeprelevement horaextraccion horadeextraccion horatoma oraprelievo"),
    (Role::Collected, Plain, "measurementdate collectiondate datecollected collecteddate \
        collectdate colldate specimendate specimencollectiondate samplecollectiondate dateofsamplecollection \
        dateofspecimencollection dateofbloodtest lbdat sampledate samplingdate drawdate \
        datedrawn adt entnahmedatum abnahmedatum \
        dateprelevement datedeprelevement dateduprelevement fechaextraccion fechadeextraccion \
        fechatoma fechatomamuestra fechatomademuestra fechadetoma fechadetomademuestra ftoma ftomamuestra ftomademuestra fmuestra \
        fextraccion fechamuestra extraccion dataprelievo \
        datadelprelievo datacampione afnamedatum provtagningsdatum datacoleta datadacoleta datacolheita datadacolheita datadecolheita dtcolheita \
        observationdate testdate provetagningsdato provetakingsdato provedato dtcoleta datumafname datadiprelievo labdt coletadoem datemeasured labcollectdttm spectakendt specdate dateprelvt dtprelevement \
        dateprelev datumuzorkovanja datumuzimanja provetakning tanggalsampling collectionts collts datetimeofobservation datetimeoftheobservation speccolldt colldttm \
        датавзятия датазабора датавзятияматериала датавзятиябиоматериала датазаборабиоматериала датавзятияпробы \
        采样日期 采集日期 采血日期 採取日 採血日 検体採取日 \
        채취일 채혈일 채취일자 검체채취일 採檢日期 採檢時間 датавзятияобразца датазабору датаисследования \
        датаанализа 检验日期 检查日期 検査日 検査日時 検査年月日 健診日 健診年月日 健診実施日 健診実施年月日 採血年月日 obsdate provetatt provetattdato tattdato 검사일 검사일시 검사일자 дата 日期 日付 日時 날짜 일자 date datum fecha \
        dato pvm paivays dagsetning ηuεροuηνια tanggal датум kuupaev \
        data startdate dateoftest labdate tarih tarihi paivamaara servicedate dateofservice eventdate \
        drawnon drawnat measuredon bloodtestdate blooddrawdate dateofblooddraw bloodcollectiondate labdrawdate \
        sampleddate drawdt collectdt sampledt ηuνιαληψησ ηuεροuηνιαληψησ ηuνιαδειγuατοληψιασ ηuεροuηνιαδειγuατοληψιασ mintavetelideje mintavetelidopontja mintaveteldatuma kanalmatarihi \
        датазаборакрови датавзятиякрови entndat datprl datprel prlvdt"),
    // Of a donor: what is tested of him has a date of its own.
    (Role::Collected, Plain, "donationdate dateofdonation"),
    // Of an examination, of whatever it was.
    (
        Role::Collected,
        ByCells(&[(Role::Collected, Dates)]),
        "examdate chartdate effectivedate paneldate monitoringdate 受診日 受診年月日"),
    // By its number it is a day of a study, or of a stay.
    (
        Role::Collected,
        ByCells(&[(Role::Collected, Dates)]),
        "day tag jour dia giorno dag dzien den gun dan giornata labday dayofdraw drawday"),
    // A place, or a person, as well.
    (
        Role::Collected,
        ByCells(&[(Role::Collected, Dates)]),
        "pobrano odber mintavetel afname recoltare recoltat draw coll sampletaken coleta colheita tomademuestra provetaking provetaget uzorkovano"),
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
        recordedon recordedondate recordeddate daterecorded reportedon rundate"),
    // A time, or the device.
    (Role::Reported, ByCells(&[(Role::Reported, Dates)]), "performedon"),
    // Blood is drawn at a visit, or before it.
    (Role::Reported, ByCells(&[(Role::Reported, Dates)]), DATES_OF_VISITS),
];

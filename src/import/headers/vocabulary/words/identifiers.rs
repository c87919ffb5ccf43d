//! Who somebody is, and which sample.

use super::Row;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{
    Analytes, Anything, Dates, Identifiers, Specimens,
};
use crate::import::headers::vocabulary::Kind::{ByCells, Plain, Stay, WideOnly};

/// Headers of the names of patients: who somebody is, where no number tells.
pub(in crate::import::headers::vocabulary) const NAMES_OF_PATIENTS: &str = "\
    patientname fullname patientfullname ptname nameofpatient patientenname nompatient nomdupatient nombrepaciente \
    nombredelpaciente nomepaziente nomepaciente nomedopaciente фио фиопациента піб прізвище 姓名 患者姓名 病人姓名 氏名 患者氏名 \
    환자명 성명 환자성명 familymember familymembername membername personname householdmember patname nazwiskoiimie imieinazwisko \
    nompat hastaadi hastaadisoyadi adsoyad adisoyadi nometprenom nomprenom nomprenoms \
    apellidosynombre apellidosynombres nombreyapellido nombreyapellidos cognomenome cognomeenome nachnamevorname namevorname";

/// Headers of a part of a name: the family's, the given one, and those that are of either or of anything.
pub(in crate::import::headers::vocabulary) const FAMILY_NAMES: &str = "\
    surname lastname familyname patientsurname patientlastname patientfamilyname nachname familienname zuname nomdefamille nomdenaissance \
    nomusuel apellido apellidos cognome sobrenome apelido apelidos achternaam familienaam efternavn etternavn efternamn nazwisko prijmeni \
    priezvisko prezime soyad soyadi sukunimi nume ptlastname patlastname lname фамилия прізвище 姓 姓氏 성";

pub(in crate::import::headers::vocabulary) const GIVEN_NAMES: &str = "\
    firstname givenname givennames forename forenames patientfirstname patientforename patientgivenname vorname vornamen prenom prenoms \
    nombres nomedibattesimo voornaam fornavn fornamn imie jmenokrestni krestnijmeno ad adi etunimi prenume ptfirstname patfirstname fname \
    имя ім 名";

pub(in crate::import::headers::vocabulary) const BARE_NAMES: &str = "\
    name nom nome nombre navn namn naam nimi jmeno meno ime";

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
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
        patientdurablekey eid empi upi uhid hn pnr lopnr finngenid idind person patientmrn \
        пациент idпациента номерпациента 患者id 患者编号 患者編號 患者番号 患者号 病人id 病人编号 病历号 病案号 \
        登记号 カルテ番号 受診者id 受診者番号 受診者no \
        환자번호 환자id 등록번호 병록번호 차트번호 환자등록번호 病歷號 病歷號碼 就诊卡号 患者no カルテno 診察券番号 \
        кодпациента номеристорииболезни номеркарты иин пацієнт idпацієнта номеркартки кодпацієнта noпацієнта \
        numerpacjenta cislopacienta identifiantpatient identifiantdupatient npaziente nrpaziente numeropaziente 登録番号 карта номеркартыпациента \
        noкарты noкартыпациента \
        номерпацієнта codpaziente codpaz codpaciente utente idutente nutente numeroutente numerodeutente nprocesso numeroprocesso numerodeprocesso processoclinico pat norekammedis nomorrekammedis norekmed nomedrec mrno uhidno mrdno crno nric nricno cnic cnicno"),
    // What a state numbers its people by: where there is a number of the hospital, that says who somebody is.
    (Role::Patient, Plain, "nationalid nationalidno nationalidnumber nationalno nationalnumber nationalidentifier \
        nationalidentitynumber civilid civilidno civilidnumber identitynumber identityno idnacional \
        ssn socialsecurityno socialsecuritynumber dni dninie nrodni numerodni ndni dnipaciente nir nss oib kennitala numerosecuritesociale numerodesecuritesociale nsecuritesociale rut rutpaciente \
        rutdelpaciente cedula ceduladeidentidad ceduladeciudadania nocedula numerocedula ncedula cedulapaciente curp cpf \
        cpfpaciente cpfdopaciente bsn burgerservicenummer jmbg јмбг emso egn егн amka αuκα ασθενησ κωδικοσασθενη κωδικοσασθενουσ αριθuοσασθενη phn healthcard healthcardno healthcardnumber healthnumber tckn tcno tckimlik nik aadhaar aadhaarno \
        aadhaarnumber aadhar aadharno abhaid abhano passport passportno passportnumber sozialversicherungsnummer \
        rijksregisternr rijksregisternummer insz niss taj tajszam nsns numerosns \
        versichertennummer versichertennr ahvnummer isikukood asmenskodas personaskods снилс снилспациента 身份证号 身份证号码 身份证 \
        证件号 证件号码 身分證字號 주민등록번호 inmateid inmateno inmatenumber"),
    (Role::Patient, Stay, "hadmid patientunitstayid patienthealthsystemstayid admissionid stayid \
        icustayid encounterid encounter csn visitoccurrenceid caseid casenumber fallnummer fallnr \
        fallid aufnahmenummer sejour numerosejour nsejour episodio acct acctno acctnumber accountno \
        visitid patenccsnid caseno accountnumber accountid encntrid encounternum atendimento idatendimento \
        encounterreference idingreso 住院号 门诊号 就诊号 住院流水号 入院番号 体检编号"),
    // Numbers of other registers only where nothing else tells the patient. Of a long file such a number may be of the laboratory,
    // of a visit or of a row.
    (Role::Patient, WideOnly, "id no nr seqn studyid regno registrationno registrationnumber ipno opno ipnumber opnumber \
        screeningno screeningnumber randomizationno randomizationnumber rat globalid beneficiary nip fileno filenumber \
        opdno ipdno unitno userid employeeid employeeno employeenumber workerid residentid residentno residentnumber \
        documento nrodocumento numerodocumento numerodedocumento ndocumento identificacion numerodeidentificacion"),
    (Role::Patient, WideOnly, NAMES_OF_PATIENTS),
    (Role::Sample, Plain, "specimenid sampleid lbrefid specimennumber samplenumber sampleno specimenno specimenbarcode samplebarcode barcode \
        tubeid containerid accession accessionnum accessionnbr specimennum specimnid specno acc aliquotid accessionnumber \
        accessionno accessionid labno labnumber labornummer probennummer probennr probenid tagesnummer nprelevement \
        numeroprelevement numerodeprelevement numeroechantillon nechantillon idechantillon nmuestra numeromuestra \
        numerodemuestra idmuestra ncampione numerocampione idcampione codicecampione accno accnumber monsternummer monsternr \
        barkodno barkod cislovzorku naytenumero specimenreference provenummer provenr provnummer nrprobki numerprobki numuneno ornekno \
        obr3 spm2 номерпробы номеробразца номерпробирки штрихкод 样本号 标本号 样本编号 标本编号 样本id 条码号 条形码 检验单号 検体番号 検体id 검체번호 инз 标本条码 \
        バーコード 바코드 바코드번호 檢體號 namostra numeroamostra numerodaamostra idamostra codigoamostra labornr eingangsnummer eingangsnr \
        codigodebarras codigobarras kodkreskowy kodprobki codebarres codeabarres labnr 檢體編號 noпробы idпробы номерзразка accn accnno κωδικοσδειγuατοσ αριθuοσδειγuατοσ"),
    (
        Role::Sample,
        ByCells(&[
            (Role::Collected, Dates),
            (Role::Sample, Identifiers),
            (Role::Specimen, Specimens),
            (Role::Sample, Anything),
        ]),
        "δειγuα probka vzorek vzorka minta nayte prove numune ornek sample probe prelevement echantillon muestra campione prelievo"),
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
    // What was asked for may be drawn in several tubes, and several times.
    (Role::Sample, Plain, "requestno ordernumber orderno orderid orderprocid requestnumber requestid reqno numerodemande numerodedemande ndemande \
        peticion npeticion numeropeticion richiesta nrrichiesta nrichiesta numerorichiesta requisition requisitionno requisitionnumber auftragsnummer \
        auftragsnr auftrag laborauftrag remissid remissnr naccettazione numeroaccettazione nrzlecenia numerzlecenia \
        cislozadanky obr2 受付番号 접수번호 номерзаявки 申请单号 依頼no 依頼番号 受付no numerodepeticion ndepeticion numerodeorden ndeorden \
        codigodaos codigoos pyyntonumero protokolno aanvraagnummer aanvraagnr"),
];

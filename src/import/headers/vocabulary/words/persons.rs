//! Sex, age and birth.

use super::Row;
use crate::import::cells::sex;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Cells::{
    AgeGroups, AgeUnits, Ages, Answers, Anything, Dates,
};
use crate::import::headers::vocabulary::Kind::{ByCells, Plain};

#[rustfmt::skip] // one role, one entry; the words wrapped as text
pub(super) const WORDS: &[Row] = &[
    (Role::Sex, Plain, "sex gender patientsex patientgender gendersourcevalue administrativesex \
        geschlecht sexe sexo sesso genre genero genere geslacht kon kjonn plec pohlavi pohlavie \
        cinsiyet cinsiyeti sukupuoli pid8 geschl sexcddisp birthsex sexcd icsexo riagendr sexul nem neme φυλο пол стать spol sugu \
        性别 性別 성별 性 \
        lytis dzimums ptsex ptgender sexatbirth patsex sexassignedatbirth assignedsex \
        assignedsexatbirth biologicalsex biosex legalsex sexcode gendercode genderidentity \
        jeniskelamin เพศ מין الجنس جنسیت"),
    (Role::Sex, Plain, "genderconceptid"),
    // Yes, or no and the other.
    (Role::Sex, ByCells(&[(Role::Sex, Answers)]), sex::MALE),
    (Role::Sex, ByCells(&[(Role::Sex, Answers)]), sex::FEMALE),
    (Role::Age, Plain, "age yasi ageatdraw patientage ageatcollection ageattest ageatsampling alter \
        patientenalter edad eta aage anchorage ridageyr leeftijd alder idade wiek vek yas ika возраст 年龄 年齢 年齡 \
        나이 연령 年令 вік 年龄岁 年齢歳 年齡歲"),
    // Groups by their ages; the number of a group is no age.
    (Role::Age, ByCells(&[(Role::Age, AgeGroups)]), "agegroup agegroups ageband agecategory agecat agerange ageclass agebin \
        agebracket agegrp altersgruppe altersklasse classeage classedage tranchedage grupoedad gruposdeedad faixaetaria classedieta"),
    (Role::AgeUnit, Plain, "ageu ageunit ageunits alterseinheit uniteage unidadedad 年龄单位 年龄类型 年齢単位 \
        나이단위 единицавозраста едвозраста unitofage unitsofage ageuom agein"),
    // A type of an age may be another thing: child, adult.
    (Role::AgeUnit, ByCells(&[(Role::AgeUnit, AgeUnits)]), "agetype"),
    (Role::Birth, Plain, "neele nele gebam fnac fnacim fnacimiento fdenacimiento fechanac fecnac fecnacimiento dtnasc fodd fodt narozen narozena birthdate dateofbirth brthdtc birthdatetime birthdttm birthday birth \
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
];

//! The sex of a person, and the words for it.

use crate::text::trim;

/// Sex for the choice of an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Not known, or neither. Judged only where every sex's interval gives the same answer.
    #[default]
    Unknown,
}

impl Sex {
    /// True if two texts are sexes, and not the same one.
    pub(crate) fn are_apart(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(Sex::read);
        one != Sex::Unknown && other != Sex::Unknown && one != other
    }

    /// Reads a sex as exports write it (`F`, `female`, `w`, `2`?). Codes that are numbers mean
    /// different things in different systems and stay unknown, except the OMOP concepts.
    #[must_use]
    pub fn read(text: &str) -> Sex {
        let text = trim(text);
        match text {
            "F" | "f" => return Sex::Female,
            "M" | "m" => return Sex::Male,
            "" => return Sex::Unknown,
            _ => {}
        }
        let folded = crate::text::fold_words(text);
        let is = |words: &str| words.split_ascii_whitespace().any(|word| word == folded);
        if is(FEMALE) || ["Ž", "ž", "nő"].contains(&text) {
            Sex::Female
        } else if is(MALE) {
            Sex::Male
        } else {
            Sex::read_twice(text)
        }
    }

    /// Said twice: "Male (M)", "F - Female", "2 - Female".
    fn read_twice(text: &str) -> Sex {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let [one, other] = parts[..] else {
            return Sex::Unknown;
        };
        let is_code = |part: &str| part.len() == 1 && part.bytes().all(|c| c.is_ascii_digit());
        match (Sex::read(one), Sex::read(other)) {
            (sex, same) if sex == same => sex,
            (Sex::Unknown, sex) if is_code(one) => sex,
            (sex, Sex::Unknown) if is_code(other) => sex,
            _ => Sex::Unknown,
        }
    }

    /// `female`, `male` or `unknown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Sex::Female => "female",
            Sex::Male => "male",
            Sex::Unknown => "unknown",
        }
    }
}

/// Words for a sex that mean the same in whatever column they stand, folded. Letters that do not, such as `V` and `K`, the
/// import reads by the header of their column.
const FEMALE: &str = "f female mrs ms miss w weiblich weibl weibl. frau femme feminin feminino femenino femenina mujer hembra vrouw \
    vrouwelijk kvinnlig kvinnelig femmina femminile woman girl kvinne kvinna kvinde fem kobieta zena zenske zensky \
    zenska zensko mme mlle bayan kiz sieviete жена kadin nainen mulher femeie femeiesc donna naine moteris \
    ж жен жен. ж. женск женскии женщина жін жін. жіноча жінка γ θ γυναικα θηλυ 女 女性 女孩 女童 女婴 女児 女子 әиел 여 여성 여자 נ נקבה أنثى انثى زن مونث مؤنث หญิง nữ perempuan wanita महिला स्त्री 8532";
const MALE: &str = "m mr masc bay virietis vīrietis мъж male mannlich mannl mannl. maennlich mann homme masculin masculino hombre mannelijk manlig mannlig \
    varon maschio maschile man boy h mezczyzna muz muzske muzsky muska musko ferfi erkek mies homem barbat barbatesc mand uomo herr \
    mees vyras м муж муж. м. мужск мужскои мужчина ч чол чол. чоловіча чоловік ανδρασ αντρασ αρρεν 男 男性 男孩 男童 男婴 男児 男子 еркек 남 남성 남자 α ז זכר ذكر مرد مذکر مذكر ชาย nam laki-laki pria पुरुष 8507";

//! Parts of words by which a column that is not read may speak of a sample or of a result.

/// Parts of headers of what may speak of the sample or of a result, folded.
pub(super) const SPEAKING: &[&str] = &[
    "comment",
    "remark",
    "note",
    "komment",
    "bemerk",
    "anmerk",
    "hinweis",
    "commentaire",
    "remarque",
    "comentario",
    "observac",
    "commento",
    "opmerk",
    "hemol",
    "haemol",
    "hamol",
    "emolis",
    "icter",
    "ikter",
    "lipem",
    "lipaem",
    "integrity",
    "samplequal",
    "specimenqual",
    "samplecond",
    "specimencond",
    "pregnan",
    "schwanger",
    "gestation",
    "trimester",
    "interferen",
    "detectionflag",
    "iscontrol",
    "hemoglobinindex",
    "haemoglobinindex",
    "hbindex",
    "hgbindex",
];

/// Parts of what cells say of a sample, folded.
pub(super) const SPOKEN: &[&str] = &[
    "hemoly",
    "haemoly",
    "hamoly",
    "hemoli",
    "emoliz",
    "溶血",
    "용혈",
    "гемол",
    "хемол",
    // As folded: a small Greek m is `u`, as in µ.
    "αιuολυ",
    "αιuολυ",
    "hemolu",
    "המולי",
    "همولیز",
    "tan huyết",
    "เม็ดเลือดแดงแตก",
    "脂血",
    "乳び",
    "乳ビ",
    "lipemi",
    "lipaemi",
    "lipami",
    "липеми",
    "хилез",
];

/// Words of what holds for any sample.
pub(crate) const GENERAL: &[&str] = &[
    "may",
    "can",
    "avoid",
    "reject",
    "panel",
    "if",
    "should",
    "must",
    "passed",
    "check",
    "increase",
    "increases",
    "va",
];

/// Parts of what is said of a patient.
pub(super) const OF_PATIENT: &[&str] = &[
    "anem",
    "anaem",
    "anam",
    "uremi",
    "syndrom",
    "jaundice",
    "disease",
    "newborn",
    "hellp",
    "贫血",
    "貧血",
    "빈혈",
    "анеми",
    "尿毒",
    "hyperlip",
    "hyperlipid",
    "болезн",
];

/// What headers in other scripts are called that speak of no sample and no result.
#[rustfmt::skip]
pub(super) const HARMLESS: &[&str] = &[
    "姓名", "氏名", "名前", "カナ", "科室", "科別", "診療科", "病区", "病區", "病棟", "床号", "床號", "病床", "医生", "医师", "医師", "醫師", "电话", "電話",
    "地址", "住所", "序号", "番号", "号码", "機器", "仪器", "医院", "病院", "이름", "성명", "환자명", "진료과", "병동", "의사", "병원", "фио", "врач", "отделени", "заказчик", "адрес", "телефон", "клиник", "лаборатори", "прибор",
];

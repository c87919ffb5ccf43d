//! Units of ages, as they are written in many languages.

/// Unit of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum AgeUnit {
    Years,
    Months,
    Weeks,
    Days,
}

impl AgeUnit {
    pub(crate) fn read(text: &str) -> Option<AgeUnit> {
        // "Year(s)".
        let text = text.trim();
        let text = text.strip_suffix("(s)").unwrap_or(text);
        match text.trim().trim_end_matches('.').to_lowercase().as_str() {
            "y" | "yr" | "yrs" | "year" | "years" | "a" | "jahr" | "jahre" | "an" | "ans"
            | "año" | "años" | "ano" | "anos" | "anno" | "anni" | "jaar" | "jr" | "år" | "yo"
            | "y/o" | "岁" | "歲" | "周岁" | "周歲" | "歳" | "才" | "세" | "лет" | "л" | "г"
            | "год" | "года" | "років" | "роки" | "рік" | "lat" | "lata" | "rok" | "let"
            | "roky" | "roků" | "rokov" | "yaş" | "yaşında" | "yıl" | "év" | "éves" | "ani"
            | "vuotta" | "v" | "ετών" | "έτη" | "ετων" | "godina" | "godine" | "tuổi" | "tahun"
            | "ปี" | "سنة" | "سال" => Some(AgeUnit::Years),
            "mo" | "mos" | "mon" | "mth" | "mths" | "month" | "months" | "monat" | "monate"
            | "monaten" | "mois" | "mes" | "meses" | "mese" | "mesi" | "mês" | "maand"
            | "maanden" | "mnd" | "måned" | "måneder" | "månad" | "månader" | "月" | "个月"
            | "個月" | "ヵ月" | "ケ月" | "箇月" | "月龄" | "月齢" | "か月" | "ヶ月" | "カ月"
            | "개월" | "м" | "мес" | "месяц" | "месяца" | "месяцев" | "міс" | "місяць"
            | "місяці" | "місяців" | "miesiąc" | "miesiące" | "miesięcy" | "mies" | "měsíc"
            | "měsíce" | "měsíců" | "mesiac" | "mesiacov" | "ay" | "aylık" | "hónap"
            | "hónapos" | "luni" | "kuukautta" | "kk" | "μηνών" | "μήνες" | "mjeseci" | "tháng"
            | "bulan" | "เดือน" => Some(AgeUnit::Months),
            "w" | "wk" | "wks" | "week" | "weeks" | "woche" | "wochen" | "semaine" | "semaines"
            | "semana" | "semanas" | "settimana" | "settimane" | "weken" | "uke" | "uker"
            | "vecka" | "veckor" | "周" | "週" | "週間" | "주" | "нед" | "неделя" | "недели"
            | "недель" | "tydzień" | "tygodnie" | "tygodni" | "tyg" | "týden" | "týdny"
            | "týdnů" | "hafta" | "hét" | "hetes" | "săptămâni" | "viikkoa" | "vk" | "minggu" => {
                Some(AgeUnit::Weeks)
            }
            "d" | "day" | "days" | "tag" | "tage" | "tagen" | "jour" | "jours" | "dia" | "día"
            | "dias" | "días" | "giorno" | "giorni" | "dag" | "dagen" | "dager" | "dagar"
            | "dage" | "天" | "日龄" | "日齢" | "日" | "일" | "дн" | "день" | "дня" | "дней"
            | "сут" | "суток" | "днів" | "дні" | "dzień" | "dni" | "den" | "dny" | "dnů"
            | "gün" | "günlük" | "nap" | "napos" | "zile" | "päivää" | "pv" | "ημερών" | "dana"
            | "ngày" | "hari" | "วัน" => Some(AgeUnit::Days),
            _ => None,
        }
    }

    /// As reference data writes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            AgeUnit::Years => "y",
            AgeUnit::Months => "mo",
            AgeUnit::Weeks => "wk",
            AgeUnit::Days => "d",
        }
    }

    /// Days in one unit, the mean of the Gregorian four-year cycle.
    pub(crate) fn days(self) -> f64 {
        match self {
            AgeUnit::Years => 365.25,
            AgeUnit::Months => 365.25 / 12.0,
            AgeUnit::Weeks => 7.0,
            AgeUnit::Days => 1.0,
        }
    }
}

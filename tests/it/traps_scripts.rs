//! Exports in Russian, Chinese, Japanese and Korean: their headers, names, units, sexes, ages, dates and words about samples.

use crate::run::{Run, file};

/// Line, analyte, value in the canonical unit, flag and usability of each row of a file.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let columns = ["line", "analyte", "canonical_value", "flag", "usability"];
    let shown = |row: &crate::run::Row| -> String {
        let cells = columns.map(|column| row[column].as_str());
        let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        cells.join(" ")
    };
    let said: Vec<String> = rows.iter().map(shown).collect();
    assert_eq!(said, expected, "{text}");
}

#[test]
fn russian() {
    check(
        "Пациент;Пол;Дата рождения;Дата взятия;Показатель;Результат;Ед. изм.;Референсные значения;Комментарий\n\
         А1;М;12.03.1960;05.02.2024 08:30;Калий;4,4;ммоль/л;3,5 - 5,1;\n\
         А1;М;12.03.1960;05.02.2024 08:30;Креатинин;101;мкмоль/л;62 - 106;\n\
         А1;М;12.03.1960;05.02.2024 08:30;АЛТ;55;Ед/л;< 41;гемолиз\n\
         А2;Ж;12.03.1960;05.02.2024 08:30;Креатинин;101;мкмоль/л;;\n\
         А2;Ж;12.03.1960;05.02.2024 08:30;Гемоглобин;142;г/л;130 - 160;\n\
         А2;Ж;12.03.1960;05.02.2024 08:30;Тромбоциты;212;×10^9/л;150 - 400;\n",
        &[
            "2 potassium 4.4 N indeterminate",
            "3 creatinine 101 N usable",
            "4 alt 55 H caution",
            // A woman, by the bundled interval.
            "5 creatinine 101 H usable",
            "6 hemoglobin 142 N usable",
            "7 platelets 212 N usable",
        ],
    );
}

#[test]
fn chinese() {
    check(
        "病人ID,性别,年龄,采样时间,检验项目,结果,单位,参考范围,提示\n\
         1,男,45岁,2023年5月6日 08:10,钾,4.1,mmol/L,3.5-5.3,\n\
         1,男,45岁,2023年5月6日 08:10,肌酐,132,μmol/L,57-97,↑\n\
         1,男,45岁,2023年5月6日 08:10,溶血指数,1+,,,\n\
         1,男,45岁,2023年5月6日 08:10,白细胞计数,6.5,10^9/L,3.5-9.5,\n\
         2,女,45岁,2023年5月6日 08:10,肌酐,101,μmol/L,,\n",
        &[
            "2 potassium 4.1 N indeterminate",
            "3 creatinine 132 H usable",
            "4 hemolysis_index",
            "5 wbc 6.5 N usable",
            "6 creatinine 101 H usable",
        ],
    );
}

#[test]
fn japanese_in_letters_of_any_width() {
    check(
        "患者番号,性別,年齢,採取日時,検査項目名,結果値,単位,基準値下限,基準値上限,異常フラグ,コメント\n\
         5,女,67歳,2022/03/04 09:00,カリウム,5.6,mEq/L,3.6,4.8,H,溶血(2+)\n\
         5,女,67歳,2022/03/04 09:00,尿素窒素,15.2,㎎/㎗,8,20,,\n\
         6,男,67歳,2022/03/04 09:00,ｶﾘｳﾑ,3.9,ｍＥｑ／Ｌ,3.6,4.8,,\n\
         6,男,67歳,2022/03/04 09:00,血小板数,21.2,万/μL,15.8,34.8,,\n\
         6,男,67歳,2022/03/04 09:00,γ－ＧＴＰ,88,U/L,13,64,H,\n",
        &[
            "2 potassium 5.6 H indeterminate",
            "3 urea 5.42585849932 N usable",
            "4 potassium 3.9 N usable",
            "5 platelets 212 N usable",
            "6 ggt 88 H usable",
        ],
    );
}

#[test]
fn korean() {
    check(
        "환자번호,성별,나이,채취일시,검사명,결과,단위,참고치,비고\n\
         1,남,45세,2023-05-06 08:10,칼륨,4.1,mmol/L,3.5-5.3,\n\
         1,남,45세,2023-05-06 08:10,크레아티닌,1.4,mg/dL,0.7-1.3,\n\
         2,여,45세,2023-05-06 08:10,칼륨,4.1,mmol/L,3.5-5.3,용혈\n",
        &[
            "2 potassium 4.1 N usable",
            "3 creatinine 123.762376238 H usable",
            "4 potassium 4.1 N indeterminate",
        ],
    );
}

#[test]
fn urine_in_these_languages_is_no_serum() {
    check(
        "病人ID,性别,年龄,标本类型,检验项目,结果,单位,参考范围\n\
         1,男,45岁,尿液,钾,41,mmol/L,\n2,男,45岁,血清,钾,4.1,mmol/L,3.5-5.3\n3,男,45岁,,尿钾,41,mmol/L,\n",
        &["2", "3 potassium 4.1 N usable", "4"],
    );
    check(
        "患者番号,性別,年齢,材料,検査項目,結果,単位,基準値\n\
         1,女,67,尿,カリウム,41,mEq/L,\n2,女,67,血清,カリウム,4.1,mEq/L,3.6-4.8\n",
        &["2", "3 potassium 4.1 N usable"],
    );
    check(
        "Пациент;Пол;Возраст;Биоматериал;Показатель;Результат;Единицы;Норма\n\
         1;Ж;67;Моча;Калий;41;ммоль/л;\n2;Ж;67;Сыворотка;Калий;4,1;ммоль/л;3,5-5,1\n",
        &["2", "3 potassium 4.1 N usable"],
    );
}

#[test]
fn letter_and_accent_may_stand_apart() {
    // As file systems of one maker write them.
    check(
        "Patient;Ge\u{301}nero;Edad;Prueba;Resultado;Unidad;Comentario\n\
         1;F;45;Creatinina;0,7;mg/dL;\n2;F;45;Potasio;4,1;mmol/L;Muestra con hemo\u{301}lisis\n",
        &[
            "2 creatinine 61.8811881188 N usable",
            "3 potassium 4.1 N indeterminate",
        ],
    );
    check(
        "Patient;Alter;Geschlecht;Analyt;Ergebnis;Einheit;Bemerkung\n1;45;F;Kalium;4,1;mmol/l;Probe ha\u{308}molytisch\n",
        &["2 potassium 4.1 N indeterminate"],
    );
}

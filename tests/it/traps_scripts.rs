//! Exports in Russian, Chinese, Japanese and Korean: their headers, names, units, sexes, ages, dates and words about samples.

use crate::run::{Run, file};

/// Line, analyte, value in the canonical unit, flag and usability of each row of a file.
#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
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

/// Whatever word holds a sign for urine, wherever it stands.
#[test]
fn urine_under_any_word_and_header() {
    for specimen in [
        "晨尿",
        "24h尿",
        "部分尿",
        "24시간뇨",
        "수시뇨",
        "суточная моча",
        "脐血",
        "胸腔积液",
        "脳脊髄液",
    ] {
        check(
            &format!(
                "病人ID,性别,年龄,标本,检验项目,结果,单位,参考范围\n1,男,45,{specimen},钙,2.3,mmol/L,2.5-7.5\n"
            ),
            &["2"],
        );
    }
    for (header, panel) in [
        ("检验组合", "尿生化"),
        ("検査分類", "尿検査"),
        ("검사분류", "요검사"),
        ("Группа", "Биохимия мочи"),
    ] {
        let text = format!(
            "病人ID,性别,年龄,{header},检验项目,结果,单位\n1,男,45,{panel},钙,2.3,mmol/L\n"
        );
        check(&text, &["2"]);
        // Urea and uric acid hold the sign of urine.
        let blood = text.replace(panel, "血液生化(尿素尿酸)");
        check(&blood, &["2 calcium_total 2.3 N usable"]);
    }
    check(
        "姓名:甲,性别:男,标本类型:尿液\n检验项目,结果,单位,参考范围\n钙,2.3,mmol/L,2.5-7.5\n",
        &["3"],
    );
    check(
        "尿常规检验报告单\n检验项目,结果,单位,参考范围\n钙,2.3,mmol/L,2.5-7.5\n",
        &["3"],
    );
}

#[test]
fn anticoagulants_and_cord_blood() {
    check(
        "Пациент;Пол;Возраст;Биоматериал;Показатель;Результат;Единицы\n\
         1;Ж;67;Кровь с ЭДТА;Калий;4,2;ммоль/л\n\
         2;Ж;67;Кровь венозная;Калий;4,2;ммоль/л\n\
         3;Ж;67;Пуповинная кровь;Калий;4,2;ммоль/л\n",
        &["2 potassium 4.2 unusable", "3 potassium 4.2 N usable", "4"],
    );
}

/// The laboratory's own limits come first, however they are written.
#[test]
fn limits_as_these_languages_print_them() {
    for (range, flag) in [
        ("7～23", "H"),
        ("7〜23", "H"),
        ("７－２３", "H"),
        ("7--23", "H"),
        ("7至23", "H"),
        ("≦31", "H"),
        ("＜31", "H"),
        ("31以下", "H"),
        ("31未満", "H"),
        ("31 이하", "H"),
        ("до 31", "H"),
        ("не более 31", "H"),
        ("от 7 до 50", "N"),
        ("≧31", "N"),
    ] {
        let text =
            format!("病人ID,性别,年龄,检验项目,结果,单位,参考范围\n1,女,45,ALT,３８,U/L,{range}\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let said = (rows[0]["flag"].as_str(), rows[0]["range_source"].as_str());
        assert_eq!(said, (flag, "report"), "{range}");
    }
    // What cannot be read is told, and nothing else judges in its place unseen.
    let text = "病人ID,性别,年龄,检验项目,结果,单位,参考范围\n1,女,45,ALT,38,U/L,见说明\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    assert!(
        rows[0]["notices"].contains("interval-unreadable"),
        "{rows:?}"
    );
}

/// A milli-unit and a unit fold to the same letters.
#[test]
fn units_that_differ_by_the_case_of_a_letter() {
    check(
        "Пациент;Пол;Возраст;Показатель;Результат;Единицы\n\
         1;Ж;45;Пролактин;300;мЕ/л\n2;Ж;45;ТТГ;2,1;мЕд/л\n3;Ж;45;Тромбоциты;212;Г/л\n4;Ж;45;Гемоглобин;142;г/л\n",
        &[
            "2 prolactin",
            "3 tsh 2.1 usable",
            "4 platelets 212 N usable",
            "5 hemoglobin 142 N usable",
        ],
    );
}

#[test]
fn words_about_samples_in_these_languages() {
    let potassium = |comment: &str| {
        let text = format!(
            "patient,sample,sex,age,test,result,unit,comment\n1,1,F,45,Potassium,4.1,mmol/L,{comment}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        rows[0]["usability"].clone()
    };
    for (expected, comments) in [
        (
            "indeterminate",
            "标本溶血|轻度溶血|微溶|검체용혈|ﾖｳｹﾂ(+)|溶血(3+)|слабогемолизирована|гемоліз|溶血2+ 乳び(-)|凝块|сгусток|응고",
        ),
        ("unusable", "重度溶血|高度溶血|強溶血|сильно гемолизирован"),
        (
            "caution",
            "标本脂血|乳び2+|溶血なし、乳びあり|無溶血、有脂血|乳ﾋﾞ|혼탁검체|严重黄疸|황달|мутная сыворотка|желтушна",
        ),
        (
            "usable",
            "未见溶血|无溶血|溶血無し|溶血ナシ|溶血を認めず|溶血(-)|용혈 없음|гемолиза нет|溶血性贫血|高脂血症|已复查|空腹",
        ),
    ] {
        for comment in comments.split('|') {
            assert_eq!(potassium(comment), expected, "{comment}");
        }
    }
}

#[test]
fn old_encodings() {
    for (encoding, text) in [
        (
            encoding_rs::GB18030,
            "病人ID,性别,年龄,检验项目,结果,单位,参考范围\n1,男,45岁,钾,4.1,mmol/L,3.5-5.3\n",
        ),
        (
            encoding_rs::BIG5,
            "病歷號,性別,年齡,檢驗項目,檢驗值,單位,參考值\n1,男,45,鉀,4.1,mmol/L,3.5-5.3\n",
        ),
        (
            encoding_rs::SHIFT_JIS,
            "患者番号,性別,年齢,検査項目,結果値,単位,基準値\n1,男,45歳,ｶﾘｳﾑ,4.1,mmol/L,3.5-5.3\n",
        ),
        (
            encoding_rs::EUC_KR,
            "환자번호,성별,나이,검사명,결과,단위,참고치\n1,남,45세,칼륨,4.1,mmol/L,3.5-5.3\n",
        ),
        (
            encoding_rs::WINDOWS_1251,
            "Пациент;Пол;Возраст;Показатель;Результат;Единицы;Норма\n1;М;45;Калий;4,1;ммоль/л;3,5-5,3\n",
        ),
    ] {
        let (bytes, _, _) = encoding.encode(text);
        let (_folder, path) = file("labs.csv", bytes);
        let rows = Run::check(&path).rows();
        let said = (rows[0]["analyte"].as_str(), rows[0]["flag"].as_str());
        assert_eq!(said, ("potassium", "N"), "{}", encoding.name());
    }
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

/// A potassium with a cell under a header about the sample: how far it can be used.
#[track_caller]
fn usability_beside(header: &str, cell: &str) -> String {
    let text = format!(
        "patient,sample,sex,age,test,result,unit,{header}\n1,1,F,45,Potassium,4.1,mmol/L,\"{cell}\"\n"
    );
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).rows()[0]["usability"].clone()
}

/// One reader for a cell of such a column and for the result of an index row.
#[test]
fn answers_in_a_column_about_hemolysis() {
    const DENIED: &str = "(-)|（－）|ー|−|―|-|Neg(-)|0+|未见|正常|否|なし|음성|무|정상|отр.|нет|no";
    for (header, own, stated) in [
        (
            "溶血",
            "溶血なし|no hemolysis|not hemolyzed|hemolysis (-)|无溶血|용혈없음|гемолиза нет|是否溶血：否",
            "±|1+|1|(+)|あり|是|有|예|да|yes|轻度溶血|no hemolysis, slight|1+ (no gross hemolysis)|見た",
        ),
        ("Hemolysis", "hemolysis (-)|No hemolysis.", "3|+|here"),
        ("용혈", "용혈없음", "있음|양성"),
        ("Гемолиз", "гемолиза нет", "есть|слабый"),
        ("乳び", "乳びなし", "2+|あり|1|溶血なし"),
        ("黄疸", "黄疸なし", "2+|±"),
    ] {
        for cell in DENIED.split('|').chain(own.split('|')) {
            assert_eq!(usability_beside(header, cell), "usable", "{header}: {cell}");
        }
        for cell in stated.split('|') {
            assert_ne!(usability_beside(header, cell), "usable", "{header}: {cell}");
        }
    }
}

#[test]
fn hemolysis_that_comments_deny() {
    for comment in "溶血ではない|溶血していません|溶血せず|溶血はありません|溶血・乳びなし|溶血－|不溶血|不存在溶血|\
        无肉眼可见溶血|비용혈|용혈 안됨|용혈이 없음|용혈되지 않음|гемолиза не обнаружено|гемолиз отр.|гемолиз -|\
        гемолиз не отмечен|гемолиз исключен|гемолиза и липемии нет|без гемолиза и липемии|\
        Без гемолиза, липемии и иктеричности|溶血、乳び、黄疸：なし|是否溶血：否|H(-)L(-)I(-)|溶血/乳び(-)|\
        Признаков гемолиза и липемии не выявлено.|용혈(-) 지방혈(+)"
        .split('|')
    {
        assert_eq!(usability_beside("comment", comment), "usable", "{comment}");
    }
    // Asked, open, or denied of another.
    for comment in "是否溶血：是|是否存在溶血：是|不排除溶血|溶血ではないか|용혈(+) 지방혈(-)|гемолиз не исключен|溶血、乳びなし|\
        준비 용혈|변비 용혈|溶血(-)→(+)|H(2+)L(-)I(-)|гемолиз и липемия|не липемична и гемолизирована|\
        нет результата из-за гемолиза и липемии|溶血あり、乳びなし|溶血・乳び"
        .split('|')
    {
        assert_eq!(
            usability_beside("comment", comment),
            "indeterminate",
            "{comment}"
        );
    }
    for comment in "심한 용혈|고도 용혈|сильний гемоліз|полный гемолиз|тотальный гемолиз".split('|')
    {
        assert_eq!(
            usability_beside("comment", comment),
            "unusable",
            "{comment}"
        );
    }
    for (comment, expected) in [
        ("乳び(±)", "usable"),
        ("乳び(+)", "usable"),
        ("乳び1+", "usable"),
        ("乳び2+", "caution"),
        // A number is no grade.
        ("乳び1", "caution"),
    ] {
        assert_eq!(usability_beside("comment", comment), expected, "{comment}");
    }
}

//! Exports in Russian, Chinese, Japanese and Korean: statuses, comments, controls, and columns beside the result.

use crate::run::{Run, file};
use crate::traps_scripts::check;

/// A potassium of a woman of 45, with one more column: what is said of it.
#[track_caller]
fn beside(header: &str, cell: &str) -> String {
    let text = format!(
        "patient,sample,sex,age,test,result,unit,range,{header}\n1,1,F,45,Potassium,4.1,mmol/L,3.5-5.1,{cell}\n"
    );
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let row = &rows[0];
    let cells = [&row["flag"], &row["usability"], &row["notices"]].map(|cell| cell.as_str());
    let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    cells.join(" ")
}

/// What is said of each of several cells, "a|b|c".
#[track_caller]
fn check_each(header: &str, table: &[(&str, &str)]) {
    for (expected, cells) in table {
        for cell in cells.split('|') {
            assert_eq!(beside(header, cell), *expected, "{header}: {cell}");
        }
    }
}

#[test]
fn statuses_under_their_headers() {
    for header in [
        "status",
        "状态",
        "结果状态",
        "報告状態",
        "상태",
        "Состояние",
        "Статус анализа",
    ] {
        check_each(
            header,
            &[
                (
                    "result-absent",
                    "取消|已作废|拒收|削除|検査中止|취소|부적합|отменено|брак|недействителен",
                ),
                (
                    "N usable preliminary",
                    "未审核|待复查|中間報告|未承認|예비보고|미확정|предварительный|На валидации",
                ),
                (
                    "N usable",
                    "已审核|正式|最終報告|訂正|최종보고|정정|выполнен|Завершен|исправлен",
                ),
            ],
        );
    }
}

#[test]
fn comments_that_take_a_result_back_or_blame_its_sample() {
    check_each(
        "comment",
        &[
            (
                "N unusable sample-mix-up",
                "перепутаны пробирки|标本错误|検体取り違え|검체 바뀜|条码贴错|検体取違い|患者取違い|患者間違い|не соответствует пациенту",
            ),
            (
                "N indeterminate sample-doubtful comment-disowns",
                "взято из капельницы|採血管違い|标本有凝块|응고된 검체|부적합 검체|用错采血管|误用EDTA管|采错管|試管錯誤|抗凝管错误|檢體汙染|抗凝固剤混入|не та пробірка|взято з крапельниці|брак преаналитики|标本污染请勿使用|标本凝固无法检测",
            ),
            (
                "N unusable edta-suspected",
                "загрязнение ЭДТА|забруднення ЕДТА|疑EDTA-K2污染|EDTA污染|EDTA混入の疑い|EDTA 혼입|疑似EDTA-K2污染",
            ),
            (
                "N indeterminate iv-fluid-possible",
                "输液侧采血|同侧输液|標本取自輸液側|点滴側より採血|수액 라인에서 채혈|взято выше капельницы|разведена физраствором",
            ),
            (
                "N indeterminate delayed-separation-possible masked-low-possible",
                "标本未及时离心|送检延迟|長時間放置検体|원심분리 지연|нарушение сроков доставки",
            ),
            (
                "N caution sample-doubtful",
                "输液中|点滴中|採血困難|채혈 곤란|из катетера|不能排除EDTA污染",
            ),
            (
                "N indeterminate comment-disowns",
                "отменено|取消|作废|削除|취소|результат недостоверен|结果不可靠",
            ),
            (
                "N caution comment-disowns",
                "Результат сомнительный|рекомендуется пересдать|建议重新采血|再採血をお願いします|재채혈 요망",
            ),
            (
                "N usable",
                "无EDTA污染|EDTA混入なし|EDTA混入は認めず|검체 오염 없음|非输液侧采血|без загрязнения ЭДТА|请勿在输液侧采血|无凝块|未见凝块|已通知医生|空腹|复查结果一致|使用抗凝剂|再検済み|정상 검체|повторно измерено|без сгустков",
            ),
        ],
    );
}

/// One denial for several names, up to a comma, a blank or an answer; and "not detected" is a result.
#[test]
fn what_is_denied_and_what_is_not() {
    check_each(
        "comment",
        &[
            (
                "N usable",
                "无溶血黄疸脂血|未见溶血、黄疸、脂血|没有溶血和黄疸|溶血なし、黄疸なし|未检出异型淋巴细胞|溶血（-）黄疸（-）脂血（-）",
            ),
            (
                "N caution lipemia-effect-unknown",
                "未见溶血，有脂血|无溶血，脂血(+++)|无溶血、脂血(+++)",
            ),
            (
                "N indeterminate hemolysis-raises masked-low-possible",
                "无黄疸，溶血|无黄疸 溶血|未见异常，溶血|轻度溶血，无脂血",
            ),
        ],
    );
    for (value, expected) in [
        ("未检出", "not-numeric"),
        ("未検出", "not-numeric"),
        ("미검출", "not-numeric"),
        ("не определяется", "not-numeric"),
        ("未做", "result-absent"),
        ("取消", "result-absent"),
        ("9.9 高", "HH critical-limit"),
        ("偏高5.8", "H"),
        ("5.8 危急值", "H critical-by-laboratory"),
        ("5.8(再検)", "H"),
        ("5.8(复查)", "H"),
        ("5.8(再検希望)", "value-unreadable"),
        ("〉10.0", "HH value-censored critical-limit"),
        ("10.0超過", "HH value-censored critical-limit"),
        ("10～", "HH value-censored critical-limit"),
        ("1.5ﾐﾏﾝ", "LL value-censored critical-limit"),
        ("1.5イカ", "LL value-censored critical-limit"),
        ("٥.٨", "H"),
        ("۵٫۸", "H"),
        ("\u{200f}5.8\u{200e}", "H"),
        // On which side of it the result lies nobody knows: called all the same.
        ("10.0<", "number-unreadable critical-limit"),
        ("U10.0", "value-unreadable"),
        ("2.9未満", "L value-censored"),
        ("大于7.9", "HH value-censored critical-limit"),
    ] {
        let text = format!(
            "patient,sex,age,test,result,unit,range\n1,F,45,Potassium,{value},mmol/L,3.5-5.1\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        assert_eq!(
            format!("{} {}", row["flag"], row["notices"]).trim(),
            expected,
            "{value}"
        );
    }
}

#[test]
fn controls_are_nobody() {
    for control in [
        "质控1",
        "L1质控",
        "高值质控",
        "精度管理",
        "コントロール1",
        "정도관리",
        "контроль 1",
        "参考区间",
        "基準値",
    ] {
        let text = format!(
            "patient,sample,sex,age,test,result,unit\n{control},1,F,45,Potassium,4.1,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert!(rows[0]["notices"].contains("quality-control"), "{control}");
    }
    // A name is a name.
    assert_eq!(beside("姓名", "李质"), "N usable");
    for title in ["内部质控", "精度管理", "정도관리", "Контроль качества"]
    {
        let text =
            format!("{title}\npatient,sex,age,test,result,unit\n1,F,45,Potassium,4.1,mmol/L\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert!(rows[0]["notices"].contains("quality-control"), "{title}");
    }
}

#[test]
fn units_of_an_age_and_pregnancies() {
    for (header, unit) in [
        ("年龄单位", "月"),
        ("年齢単位", "か月"),
        ("나이단위", "개월"),
        ("Единица возраста", "мес"),
    ] {
        check(
            &format!("patient,sex,age,{header},test,result,unit\n1,F,6,{unit},ALP,350,U/L\n"),
            &["2 alp 350 N usable"],
        );
    }
    for (header, yes) in [
        ("怀孕", "是"),
        ("妊娠", "有"),
        ("임신", "예"),
        ("Беременность", "да"),
    ] {
        let text = format!(
            "patient,sex,age,{header},test,result,unit\n1,F,30,{yes},Creatinine,0.95,mg/dL\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let notices = rows[0]["notices"].as_str();
        assert!(
            notices.contains("no-interval") || notices.contains("unclear"),
            "{header}: {notices}"
        );
        assert_eq!(rows[0]["flag"], "", "{header}");
    }
}

/// What is not read is named.
#[test]
fn no_column_is_passed_over_in_silence() {
    for (header, cell, named) in [
        ("附加信息", "随访", true),
        ("Особое", "да", true),
        ("科室", "内科", false),
        ("Врач", "Иванов", false),
    ] {
        let text = format!(
            "patient,sex,age,test,result,unit,{header}\n1,F,45,Potassium,4.1,mmol/L,{cell}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let told = Run::check(&path).ok().stderr;
        assert_eq!(told.contains("column-unknown"), named, "{header}: {told}");
    }
}

#[test]
fn blood_that_is_no_serum() {
    for (header, cell, expected) in [
        ("specimen", "EDTA血浆", "N unusable specimen-unsuitable"),
        ("specimen", "クエン酸血漿", "N unusable specimen-unsuitable"),
        ("specimen", "EDTA혈장", "N unusable specimen-unsuitable"),
        (
            "specimen",
            "Кровь капиллярная",
            "N usable hemolysis-not-visible",
        ),
        ("panel", "血气分析", "N usable hemolysis-not-visible"),
        ("panel", "Газы крови", "N usable hemolysis-not-visible"),
        ("panel", "ОАМ", "specimen-not-serum"),
    ] {
        assert_eq!(beside(header, cell), expected, "{cell}");
    }
    check(
        "Пациент;Пол;Возраст;Калий мочи, ммоль/л;Калий, ммоль/л\n1;Ж;45;45;4,1\n",
        &["2", "2 potassium 4.1 N usable"],
    );
}

#[test]
fn limits_units_and_dates_of_these_scripts() {
    let potassium = |range: &str| {
        let text = format!(
            "patient,sex,age,test,result,unit,range\n1,F,45,Potassium,5.3,mmol/L,{range}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = Run::check(&path).rows().remove(0);
        format!("{}..{} {}", row["low"], row["high"], row["range_source"])
    };
    for (range, expected) in [
        ("3.5∼5.1", "3.5..5.1 report"),
        ("3.5——5.1", "3.5..5.1 report"),
        ("3.5到5.1", "3.5..5.1 report"),
        ("～5.1", "..5.1 report"),
        ("3.5～", "3.5.. report"),
        ("< 5.1 (желательный)", "..5.1 report"),
        ("成人:3.5-5.1", "3.5..5.1 report"),
        ("взрослые: 3.5-5.1", "3.5..5.1 report"),
    ] {
        assert_eq!(potassium(range), expected, "{range}");
    }
    for missing in ["/", "无", "無", "なし"] {
        assert_eq!(beside("x", ""), "N usable");
        assert_eq!(potassium(missing), potassium(""), "{missing}");
    }
    for (test, value, unit, expected) in [
        ("Albumin", "4.1", "г%", "2 albumin 41 N usable"),
        ("Albumin", "4.1", "г/100мл", "2 albumin 41 N usable"),
        (
            "Creatinine",
            "1",
            "мг%",
            "2 creatinine 88.4016973126 N usable",
        ),
        ("Potassium", "4.1", "ммоль/литр", "2 potassium 4.1 N usable"),
        ("Potassium", "4.1", "mEg/l", "2 potassium 4.1 N usable"),
        ("ALT", "38", "IU/l/37℃", "2 alt 38 N usable"),
        ("Creatinine", "80", "umol/1", "2 creatinine 80 N usable"),
        ("Creatinine", "80", "μmol·L-1", "2 creatinine 80 N usable"),
        // What is lost in urine in a day.
        ("Кальций", "3.1", "ммоль/сут", "2 calcium_total"),
    ] {
        let text = format!("patient,sex,age,test,result,unit\n1,F,45,{test},{value},{unit}\n");
        let (_folder, path) = file("labs.csv", &text);
        let flag = &Run::check(&path).rows()[0]["flag"];
        assert_eq!(flag.is_empty(), !expected.contains(" N "), "{test} {unit}");
        check(&text, &[expected]);
    }
    for date in [
        "2024年04月01日 08時10分",
        "01.04.2024 г.",
        "2024-04-01 下午 2:10",
        "2024-04-01 오전 8:10",
        "２０２４/０４/０１",
    ] {
        let text = format!(
            "patient,sex,birth date,collected,test,result,unit\n1,F,1960-03-12,{date},Creatinine,80,umol/L\n"
        );
        check(&text, &["2 creatinine 80 N usable"]);
    }
    for (age, flag) in [("４５歳", "N"), ("2г 3м", "H"), ("6 недель", "H")] {
        let text = format!("patient,sex,age,test,result,unit\n1,F,{age},Creatinine,80,umol/L\n");
        check(&text, &[&format!("2 creatinine 80 {flag} usable")]);
    }
}

#[test]
fn headers_about_samples_flags_and_sections() {
    for header in "样本状态名称|样本性状名称|标本质量|标本外观|検体コメント1|結果コメント1|标本备注|样本备注|结果备注|\
        검사자소견|검체비고|특이사항|Дефекты пробы|Комментарий к пробе|sampleStateName"
        .split('|')
    {
        check_each(
            header,
            &[("N indeterminate hemolysis-raises masked-low-possible", "溶血")],
        );
    }
    for header in "是否溶血|溶血标志|溶血情况|溶血等级|検体溶血|溶血フラグ|溶血有無|용혈여부|용혈정도|Наличие гемолиза|\
        Степень гемолиза"
        .split('|')
    {
        check_each(
            header,
            &[
                (
                    "N indeterminate hemolysis-raises masked-low-possible",
                    "3+|有|是|1",
                ),
                ("N usable", "-|(-)|无|否|0"),
            ],
        );
    }
    for header in ["乳ビ", "検体乳ビ"] {
        check_each(
            header,
            &[
                ("N caution lipemia-effect-unknown", "3+"),
                ("N usable", "(-)"),
            ],
        );
    }
    check_each(
        "検体黄疸",
        &[
            ("N caution icterus-effect-unknown", "3+"),
            ("N usable", "(-)"),
        ],
    );
    for header in "标记|高低区分|結果判定|異常註記|Флаг отклонения".split('|')
    {
        check_each(
            header,
            &[("N usable flag-disagrees", "H"), ("N usable", "N")],
        );
    }
    for header in "审核标志|검사상태|報告状況|結果区分|检验结果状态".split('|')
    {
        check_each(header, &[("result-absent", "取消")]);
    }
    for (header, cell) in [
        ("Estudio", "Urinalysis"),
        ("Department Name", "Urinalysis"),
        ("İşlem Adı", "Tam idrar tetkiki"),
        ("Услуга", "Общий анализ мочи"),
        ("醫令名稱", "尿液常规"),
    ] {
        check_each(header, &[("specimen-not-serum", cell)]);
    }
    check_each(
        "section",
        &[("specimen-not-serum", "URINALISIS|Urinalisa|Uranálisis")],
    );
    for (header, cell) in [
        ("Clinical Comment", "Specimen haemolysed"),
        ("Σχόλια", "Αιμολυμένο δείγμα"),
        ("ΠΑΡΑΤΗΡΗΣΕΙΣ", "ΑΙΜΟΛΥΜΕΝΟ ΔΕΙΓΜΑ"),
        // Whatever it is called.
        ("Άλλο", "Αιμολυμένο δείγμα"),
    ] {
        check_each(
            header,
            &[("N indeterminate hemolysis-raises masked-low-possible", cell)],
        );
    }
    for header in "檢驗類別|組別|檢驗組別|検査分野|検査グループ|Панель".split('|')
    {
        check_each(
            header,
            &[
                ("specimen-not-serum", "尿検査"),
                ("quality-control", "精度管理"),
                ("N usable", "生化"),
            ],
        );
    }
}

#[test]
fn headers_of_codes_numbers_ages_and_results() {
    for header in "代号|缩写|英文缩写|英文名|项目代号".split('|') {
        check(
            &format!("patient,sex,age,{header},result,unit\n1,F,45,K,4.1,mmol/L\n"),
            &["2 potassium 4.1 N usable"],
        );
    }
    for header in ["年龄(岁)", "年齢(歳)"] {
        check(
            &format!("patient,sex,{header},test,result,unit\n1,F,45,Creatinine,80,umol/L\n"),
            &["2 creatinine 80 N usable"],
        );
    }
    for header in "检测值|报告值|定量结果|结果1".split('|') {
        check(
            &format!("patient,sex,age,test,{header},unit\n1,F,45,Creatinine,80,umol/L\n"),
            &["2 creatinine 80 N usable"],
        );
    }
    for header in ["檢體編號", "№ пробы", "ID пробы", "Номер зразка"] {
        let text =
            format!("patient,{header},sex,age,test,result,unit\n1,S7,F,45,Creatinine,80,umol/L\n");
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(Run::check(&path).rows()[0]["sample"], "S7", "{header}");
    }
    check(
        "patient,sex,age,test,result,unit,基準値L,基準値H\n1,F,45,Creatinine,80,umol/L,50,70\n",
        &["2 creatinine 80 H usable"],
    );
}

#[test]
fn controls_by_their_section() {
    for header in ["category", "Section", "检验类别", "Группа"] {
        check_each(
            header,
            &[
                (
                    "quality-control",
                    "室内质控|质控|精度管理|정도관리|Контроль качества|QC",
                ),
                // How the laboratory works, and who sits there.
                ("N usable", "室内质控合格|质控中心|生化"),
            ],
        );
    }
}

#[test]
fn names_of_these_scripts() {
    for (analyte, unit, names) in [
        (
            "creatinine",
            "mg/dL",
            "肌酐(酶法)|クレアチニン(酵素法)|혈청크레아티닌|Креатинин крови",
        ),
        ("albumin", "g/dL", "アルブミン(BCP改良法)"),
        ("cholesterol_ldl", "mg/dL", "LDL(直接法)"),
        ("crp", "mg/dL", "CRP(定量)"),
        (
            "potassium",
            "mmol/L",
            "K(Potassium)|血清K|Калий (К)|К+|Калий (К+)",
        ),
        ("sodium", "mmol/L", "Na(Sodium)|血清Na"),
        ("ast", "U/L", "혈청지오티(AST)"),
        ("urea", "mmol/L", "Мочевина крови"),
        ("iron", "umol/L", "Сывороточное железо"),
        ("ggt", "U/L", "转肽酶|谷氨酰氨基转移酶|γ-GT(γ-GTP)"),
        ("triglycerides", "mmol/L", "三酰甘油"),
        ("ck_mb_activity", "U/L", "肌酸激酶同工酶"),
        ("ck_mb_mass", "ng/mL", "肌酸激酶同工酶"),
        ("glucose", "mg/dL", "血漿グルコース"),
        // Of other substances, and of a letter that may be anything.
        (
            "",
            "mmol/L",
            "前白蛋白|クレアチン|肌酸|Витамин B6|К|胆红素(直接法)",
        ),
    ] {
        for name in names.split('|') {
            let text = format!("patient,sex,age,test,result,unit\n1,F,45,\"{name}\",4.1,{unit}\n");
            let (_folder, path) = file("labs.csv", text);
            let rows = Run::check(&path).rows();
            assert_eq!(rows[0]["analyte"], analyte, "{name}");
            let told = Run::check(&path).ok().stderr;
            assert!(!told.contains("did you mean"), "{name}: {told}");
        }
    }
}

/// The code of a test names its material.
#[test]
fn urine_by_a_japanese_code() {
    let creatinine = |code: &str, specimen: &str| {
        let text = format!(
            "患者番号,性別,年齢,材料,検査コード,検査項目,結果,単位\n1,女,45,{specimen},{code},クレアチニン,0.7,mg/dL\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = Run::check(&path).rows().remove(0);
        format!("{} {}", row["specimen"], row["flag"])
    };
    for (code, specimen, expected) in [
        ("3C015000000127101", "", "urine "),
        ("3C015000000427101", "", "urine "),
        ("3C015-0000-001-271-01", "", "urine "),
        ("3C015000002327101", "", "serum N"),
        ("3C015000002227101", "", "plasma N"),
        ("3C0150000041271", "", "csf "),
        ("3C015000002327101", "尿", "urine "),
        ("3C015000000127101", "血清", "serum N"),
        ("3C015", "", "serum N"),
    ] {
        assert_eq!(creatinine(code, specimen), expected, "{code} {specimen}");
    }
}

//! Exports with headers in Vietnamese, Thai, Persian, Hebrew, and Serbian in Cyrillic letters.

use crate::run::{Run, file};

/// A potassium of 6.9 in serum and one in urine, of a woman of 40: what is said of the first, and of the second.
#[track_caller]
fn check(header: &str, [woman, serum, urine, potassium]: [&str; 4]) {
    let rows = format!(
        "1,{woman},40,S1,2026-11-18 07:10,{serum},{potassium},6.9,mmol/L,3.5-5.1,a\n\
         1,{woman},40,U1,2026-11-18 07:10,{urine},{potassium},69,mmol/L,25-125,b\n"
    );
    let (_folder, path) = file("labs.csv", format!("{header}\n{rows}"));
    let done = Run::check(&path).args(["--to", "json"]).ok();
    let json: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
    let said: Vec<String> = json["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or("-").to_string();
            let range = row["range_source"].as_str().unwrap_or("-");
            format!(
                "{} {} {} {} {} {} {} {range}",
                text("patient"),
                row["person"]["sex"].as_str().unwrap_or("-"),
                row["person"]["age_years"],
                text("sample"),
                text("collected_iso"),
                text("specimen"),
                text("flag"),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "1 female 40 S1 2026-11-18T07:10 serum HH report",
            "1 female 40 U1 2026-11-18T07:10 urine - -",
        ],
        "{header}: {}",
        done.stderr
    );
    // No column of it is unknown.
    assert!(!done.stderr.contains("column-unknown"), "{}", done.stderr);
}

#[test]
fn vietnamese() {
    let cells = ["Nữ", "Huyết thanh", "Nước tiểu", "Kali"];
    check(
        "Mã bệnh nhân,Giới tính,Tuổi,Mã mẫu,Thời gian lấy mẫu,Loại mẫu,Tên xét nghiệm,Kết quả,Đơn vị,Khoảng tham chiếu,Ghi chú",
        cells,
    );
    check(
        "Ma BN,Gioi tinh,Tuoi,So mau,Ngay lay mau,Benh pham,Xet nghiem,Ket qua,Don vi,Tri so binh thuong,Nhan xet",
        cells,
    );
}

#[test]
fn thai() {
    check(
        "เลขประจำตัวผู้ป่วย,เพศ,อายุ,รหัสตัวอย่าง,วันที่เก็บตัวอย่าง,ชนิดสิ่งส่งตรวจ,รายการตรวจ,ผลการตรวจ,หน่วย,ค่าอ้างอิง,หมายเหตุ",
        ["หญิง", "ซีรั่ม", "ปัสสาวะ", "โพแทสเซียม"],
    );
}

#[test]
fn persian() {
    check(
        "شماره پرونده,جنسیت,سن,شماره نمونه,تاریخ نمونه‌گیری,نوع نمونه,نام آزمایش,نتیجه,واحد,محدوده مرجع,توضیحات",
        ["زن", "سرم", "ادرار", "پتاسیم"],
    );
}

#[test]
fn hebrew() {
    check(
        "מספר מטופל,מין,גיל,מספר דגימה,תאריך דגימה,סוג דגימה,שם בדיקה,תוצאה,יחידות,טווח ייחוס,הערות",
        ["נקבה", "סרום", "שתן", "אשלגן"],
    );
}

#[test]
fn serbian_in_cyrillic_letters() {
    check(
        "Шифра пацијента,Пол,Старост,Број узорка,Датум узорковања,Врста узорка,Анализа,Резултат,Јединица,Референтне вредности,Напомена",
        ["Ж", "серум", "урин", "Калијум"],
    );
}

/// Years of two digits may be those of Buddha or of the Hijra; one of four digits is told, too.
#[test]
fn years_of_other_calendars_are_told() {
    for (header, birth) in [
        (
            "HN,เพศ,วันเกิด,วันที่เก็บตัวอย่าง,รายการตรวจ,ผลการตรวจ,หน่วย",
            "26/05/29",
        ),
        (
            "HN,เพศ,วันเกิด,วันที่เก็บตัวอย่าง,รายการตรวจ,ผลการตรวจ,หน่วย",
            "26/05/2529",
        ),
        (
            "شماره پرونده,جنسیت,تاریخ تولد,تاریخ نمونه گیری,آزمایش,نتیجه,واحد",
            "65/05/26",
        ),
        (
            "شماره پرونده,جنسیت,تاریخ تولد,تاریخ نمونه گیری,آزمایش,نتیجه,واحد",
            "1365/05/26",
        ),
    ] {
        let text = format!("{header}\n1,F,{birth},2026-11-18,Hemoglobin,125,g/L\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let told = ["date-unreadable age-missing", "date-ambiguous age-missing"];
        assert!(told.contains(&rows[0]["notices"].as_str()), "{birth}");
    }
}

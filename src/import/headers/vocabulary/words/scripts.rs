//! Headers in Vietnamese (with its accents and without), Thai, Persian, Hebrew and Serbian in Cyrillic letters, folded. They stand apart
//! from the others, as no file mixes them.

use super::Row;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Kind::{Plain, WideOnly};

#[rustfmt::skip] // one role, one entry; a line for each language
pub(super) const WORDS: &[Row] = &[
    (Role::Patient, Plain, "\
        mabệnhnhan mabenhnhan mabn mangườibệnh manguoibenh masốbệnhnhan masobenhnhan bệnhnhan benhnhan \
        เลขประจําตัวผูปวย รหัสผูปวย เลขทีผูปวย ผูปวย \
        شمارهپرونده کدبیمار شمارهبیمار بیمار کدملی \
        מספרמטופל תעודתזהות תז מטופל מספרזהות \
        пацијент идпацијента шифрапацијента бројпацијента"),
    (Role::Patient, WideOnly, NAMES_OF_PATIENTS),
    (Role::Sample, Plain, "\
        mamẫu mamau sốmẫu somau mabệnhphẩm mabenhpham \
        รหัสตัวอยาง หมายเลขตัวอยาง รหัสสิงสงตรวจ \
        شمارهنمونه کدنمونه \
        מספרדגימה מספרהדגימה \
        бројузорка шифраузорка"),
    (Role::Collected, Plain, "\
        ngay ngaylấymẫu ngaylaymau thờigianlấymẫu thoigianlaymau ngaygiờlấymẫu ngaygiolaymau \
        วันทีเกบ วันทีเกบตัวอยาง วันทีเกบสิงสงตรวจ วันเวลาทีเกบตัวอยาง \
        تاریخنمونهگیری زماننمونهگیری \
        תאריךדגימה תאריךהדגימה תאריךלקיחתדגימה מועדדגימה \
        датумузорковања датумузимањаузорка времеузорковања датумивремеузорковања времеузимањаузорка"),
    (Role::Sex, Plain, "giớitinh gioitinh giới gioi"),
    (Role::Age, Plain, "tuổi tuoi อายุ سن גיל старост"),
    (Role::Birth, Plain, "\
        ngaysinh ngaythangnamsinh \
        วันเกิด วันเดือนปีเกิด \
        تاریختولد \
        תאריךלידה \
        датумрођења"),
    (Role::Birth, Plain, "namsinh שנתלידה годинарођења"),
    (Role::Name, Plain, "\
        tenxetnghiệm tenxetnghiem xetnghiệm xetnghiem tenxn \
        รายการตรวจ ชือการตรวจ รายการทดสอบ ชือการทดสอบ การทดสอบ \
        نامآزمایش آزمایش نامتست تست \
        שםבדיקה שםהבדיקה בדיקה \
        анализа називанализе параметар"),
    (Role::Value, Plain, "\
        kếtquả ketqua kếtquảxetnghiệm ketquaxetnghiem \
        ผลการตรวจ ผลตรวจ ผลการทดสอบ ผล \
        نتیجه نتیجهآزمایش جوابآزمایش \
        תוצאה תוצאתבדיקה תוצאתהבדיקה \
        вредност вреднострезултата"),
    (Role::Unit, Plain, "\
        dơnvị donvi dơnvịtinh donvitinh dơnvịdo donvido \
        หนวย หนวยวัด \
        واحد واحداندازهگیری \
        יחידות יחידה יחידתמידה יחידותמידה \
        јединица јединице јединицамере мернајединица"),
    (Role::Range, Plain, "\
        khoảngthamchiếu khoangthamchieu giatrịthamchiếu giatrithamchieu trịsốthamchiếu trisothamchieu trịsốbinhthường trisobinhthuong giatrịbinhthường giatribinhthuong chỉsốbinhthường chisobinhthuong \
        คาปกติ คาอางอิง ชวงอางอิง ชวงคาอางอิง ชวงคาปกติ \
        محدودهمرجع محدودهنرمال محدودهطبیعی مقادیرمرجع مقادیرنرمال مقادیرطبیعی \
        טווחייחוס טווחתקין טווחנורמה טווחנורמלי ערכיייחוס ערכיםתקינים \
        референтневредности референтнавредност референтниинтервал референтниопсег рефвредности рефопсег"),
    (Role::Specimen, Plain, "\
        loạimẫu loaimau loạibệnhphẩm loaibenhpham bệnhphẩm benhpham loạimẫubệnhphẩm loaimaubenhpham \
        สิงสงตรวจ ชนิดสิงสงตรวจ ประเภทสิงสงตรวจ ชนิดตัวอยาง \
        نوعنمونه \
        סוגדגימה סוגהדגימה \
        врстаузорка типузорка материјал врстаматеријала биолошкиматеријал"),
    (Role::Comment, Plain, "\
        ghichu nhậnxet nhanxet \
        หมายเหตุ \
        توضیحات ملاحظات \
        הערה הערות \
        напомена напомене"),
];

/// Headers of the names of patients.
pub(in crate::import::headers::vocabulary) const NAMES_OF_PATIENTS: &str = "\
    họvaten hovaten họten hoten tenbệnhnhan tenbenhnhan họtenbệnhnhan hotenbenhnhan ชือสกุล ชือนามสกุล ชือผูปวย نامبیمار نامونامخانوادگی \
    שםמטופל שםהמטופל שםמלא имеипрезиме имепацијента";

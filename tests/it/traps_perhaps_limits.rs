//! Columns of which only the numbers tell whether they are printed limits: of reference, critical ones, ages, orders. Each is
//! surely one, surely none, or open: then no calm flag stands against it.

use crate::run::said;
use crate::traps::{check, said_of};

/// What is said of rows with these columns behind `patient,sex,age,test,result,unit`, without the notice of a method.
#[track_caller]
fn with(columns: &str, rows: &[(&str, &str)]) {
    let header = format!("patient,sex,age,test,result,unit,{columns}");
    table(&header, rows);
}

/// The same with a header of its own.
#[track_caller]
fn table(header: &str, rows: &[(&str, &str)]) {
    let lines: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    let said = said_of(&format!("{header}\n{}\n", lines.join("\n")));
    for (said, (row, expected)) in said.iter().zip(rows) {
        let said = match said.strip_suffix("usable method-dependent") {
            Some(calm) => format!("{calm}usable -"),
            None => said.replace(" method-dependent", ""),
        };
        assert_eq!(said, *expected, "{header}: {row}");
    }
}

const UNREAD: &str = "interval-unreadable";

#[test]
fn critical_limits_are_none_of_reference_whatever_the_test_is_called() {
    let (low, high) = (
        format!("sodium L caution {UNREAD}"),
        format!("potassium H caution {UNREAD}"),
    );
    check(
        "Patient;Geschlecht;Alter;Test;Ergebnis;Einheit;LL;UL",
        &[
            ("1;W;40;Natrium (S);121;mmol/l;120;160", &low),
            ("1;W;40;Kalium (S);6,4;mmol/l;2,5;6,5", &high),
        ],
    );
    for (header, sodium, potassium) in [
        (
            "loinc,result,unit",
            "2951-2,128,mmol/L",
            "2823-3,5.8,mmol/L",
        ),
        (
            "test,result,unit",
            "Sodium [Moles/volume] in Serum or Plasma,128,mmol/L",
            "Serum potassium level,5.8,mmol/L",
        ),
        ("test,result", "Sodium mmol/L,128", "Potassium mmol/L,5.8"),
    ] {
        check(
            &format!("patient,sex,age,{header},LL,UL"),
            &[
                (&format!("1,F,40,{sodium},120,160"), &low),
                (&format!("1,F,40,{potassium},2.5,6.5"), &high),
            ],
        );
    }
    // Without any unit only what is printed could judge.
    let said = said_of(
        "patient,sex,age,test,result,LL,UL\n1,F,40,Sodium,128,120,160\n1,F,40,Potassium,5.8,2.5,6.5\n",
    );
    assert_eq!(said[0], format!("sodium - - {UNREAD} unit-missing"));
}

#[test]
fn a_pair_much_wider_than_the_limits_in_use_does_not_call_normal_what_lies_outside() {
    let high = format!("potassium H caution {UNREAD}");
    with(
        "LL,UL",
        &[
            ("1,F,40,Potassium,5.8,mmol/L,3.0,6.0", &high),
            (
                "1,F,40,Calcium,2.9,mmol/L,2.0,3.0",
                &format!("calcium_total H caution {UNREAD}"),
            ),
        ],
    );
    with(
        "LL,UL",
        &[
            (
                "1,F,40,Sodium,131,mmol/L,130,150",
                &format!("sodium L caution {UNREAD}"),
            ),
            ("1,F,40,Potassium,5.4,mmol/L,3.2,5.5", &high),
            (
                "1,F,40,Chloride,96,mmol/L,95,110",
                &format!("chloride L caution {UNREAD}"),
            ),
        ],
    );
    // One decimal among them tells no more.
    with(
        "Limits",
        &[
            (
                "1,F,40,Sodium,128,mmol/L,120-160",
                &format!("sodium L caution {UNREAD}"),
            ),
            ("1,F,40,Potassium,5.8,mmol/L,2.5-6.5", &high),
        ],
    );
    // As a whole country has them.
    with(
        "LL,UL",
        &[
            ("1,F,40,Sodium,134,mmol/L,135,145", "sodium L usable -"),
            ("1,F,40,Chloride,96,mmol/L,95,110", "chloride N usable -"),
            ("1,F,40,Creatinine,95,umol/L,45,90", "creatinine H usable -"),
        ],
    );
    // A little wider on one side, as laboratories are.
    with(
        "LL,UL",
        &[
            (
                "1,F,40,Potassium,5.2,mmol/L,3.5,5.3",
                "potassium N usable -",
            ),
            ("1,F,40,Sodium,134,mmol/L,133,146", "sodium N usable -"),
            ("1,F,40,ALT,38,U/L,5,33", "alt H usable -"),
        ],
    );
}

#[test]
fn ages_judge_nothing() {
    for (header, rows) in [
        ("From,To", ["18,65", "20,75", "16,70"]),
        ("Lo,Up", ["1,100", "18,100", "14,99"]),
        ("RI", ["18-65", "16-70", "18-75"]),
    ] {
        let [alt, ast, ggt] = rows;
        with(
            header,
            &[
                (
                    &format!("1,F,40,ALT,60,U/L,{alt}"),
                    &format!("alt H caution {UNREAD}"),
                ),
                (
                    &format!("1,F,40,AST,55,U/L,{ast}"),
                    &format!("ast H caution {UNREAD}"),
                ),
                (
                    &format!("1,F,40,GGT,45,U/L,{ggt}"),
                    &format!("ggt H caution {UNREAD}"),
                ),
            ],
        );
    }
}

#[test]
fn limits_around_an_age_are_no_ages_where_they_begin_as_limits_do() {
    with(
        "LL,UL",
        &[
            ("1,M,40,ALT,48,U/L,10,50", "alt N usable -"),
            ("1,M,40,AST,45,U/L,10,50", "ast N usable -"),
            ("1,M,40,GGT,75,U/L,10,71", "ggt H usable -"),
            ("1,M,40,ALP,110,U/L,40,130", "alp N usable -"),
        ],
    );
}

#[test]
fn limits_that_look_like_counting_are_not_passed_over() {
    let alt = format!("alt - usable {UNREAD} flag-undetermined");
    for (header, limits) in [
        ("LL,UL", ["0,33", "0,32"]),
        ("LL,UL", ["5,33", "5,33"]),
        ("Ref", ["5-33", "5-32"]),
        ("Ref", ["5-33", "5-33"]),
    ] {
        let [own, other] = limits;
        with(
            header,
            &[
                (&format!("1,F,40,ALT,38,U/L,{own}"), &alt),
                // By either it is normal.
                (&format!("1,F,40,AST,30,U/L,{other}"), "ast N usable -"),
            ],
        );
    }
    let sodium = format!("sodium - usable {UNREAD} flag-undetermined");
    with(
        "LL,UL",
        &[
            ("1,F,40,Sodium,136,mmol/L,137,145", &sodium),
            ("2,F,40,Sodium,137,mmol/L,138,145", &sodium),
        ],
    );
    // By sex, each test once for each patient.
    let open = |analyte: &str| format!("{analyte} - usable {UNREAD} flag-undetermined");
    with(
        "From,To",
        &[
            ("1,F,40,Creatinine,88,umol/L,45,84", &open("creatinine")),
            ("1,F,40,Ferritin,200,ug/L,15,150", &open("ferritin")),
            (
                "2,M,50,Creatinine,100,umol/L,59,104",
                "creatinine N usable -",
            ),
            ("2,M,50,Ferritin,200,ug/L,30,400", "ferritin N usable -"),
        ],
    );
    // Numbers of orders that all might be limits.
    table(
        "patient,sex,age,loinc,result,unit,Ref",
        &[
            (
                "1,F,40,1742-6,95,U/L,26-101",
                &format!("alt H caution {UNREAD}"),
            ),
            ("1,F,40,1920-8,30,U/L,26-102", "ast N usable -"),
            ("1,F,40,2324-2,30,U/L,26-103", "ggt N usable -"),
        ],
    );
}

#[test]
fn one_row_does_not_take_the_limits_of_all_others() {
    let (alt, sodium) = (
        ("1,F,40,ALT,38,U/L,5,33", "alt H usable -"),
        ("1,F,40,Sodium,136,mmol/L,137,147", "sodium L usable -"),
    );
    let doubt = format!("potassium N caution {UNREAD}");
    let ferritin = "ferritin N usable -";
    for (row, expected) in [
        ("1,F,40,Potassium,4.1,mmol/L,0,0", doubt.as_str()),
        ("1,F,40,Potassium,4.1,mmol/L,4,4", doubt.as_str()),
        (
            "1,F,40,Potassium,4.1,mmol/L,5.1,3.5",
            "potassium - usable interval-reversed",
        ),
        ("1,F,40,Ferritin,30,ug/L,15,\"1,100\"", ferritin),
    ] {
        with("LL,UL", &[alt, sodium, (row, expected)]);
    }
    // Whatever lies far outside.
    with(
        "LL,UL",
        &[
            ("1,F,40,CK,42000,U/L,30,170", "ck HH usable critical-limit"),
            ("1,F,40,AST,3100,U/L,0,32", "ast H usable -"),
            ("1,F,40,ALT,2900,U/L,0,33", "alt HH usable critical-limit"),
            ("1,F,40,Creatinine,88,umol/L,45,84", "creatinine H usable -"),
        ],
    );
}

#[test]
fn a_result_with_its_unit_or_a_mark_is_a_number() {
    table(
        "patient,sex,age,test,result,From,To",
        &[
            ("1,F,40,ALT,38 U/L,5,33", "alt H usable -"),
            ("1,F,40,Sodium,136 mmol/L,137,147", "sodium L usable -"),
        ],
    );
    with(
        "From,To",
        &[
            ("1,F,40,ALT,38 H,U/L,5,33", "alt H usable -"),
            ("1,F,40,Sodium,136*,mmol/L,137,147", "sodium L usable -"),
        ],
    );
}

#[test]
fn what_agrees_with_sure_limits_stays_beside_them() {
    for (header, alt, sodium) in [
        ("Reference,From,To", "5-33,5,33", "137-147,137,147"),
        ("range,LL,UL", ",5,33", ",137,147"),
    ] {
        let last = match header {
            "range,LL,UL" => "1,F,40,HBsAg,neg,,negative,,",
            _ => "1,F,40,HBsAg,neg,,,,",
        };
        with(
            header,
            &[
                (&format!("1,F,40,ALT,38,U/L,{alt}"), "alt H usable -"),
                (
                    &format!("1,F,40,Sodium,136,mmol/L,{sodium}"),
                    "sodium L usable -",
                ),
                (last, "- - - analyte-unknown not-numeric"),
            ],
        );
    }
}

#[test]
fn what_may_be_limits_counts_where_no_sure_ones_stand() {
    with(
        "range,LL,UL",
        &[
            ("1,F,40,ALT,38,U/L,5-33,,", "alt H usable -"),
            (
                "1,F,40,Sodium,136,mmol/L,,137,147",
                &format!("sodium - usable {UNREAD} flag-undetermined"),
            ),
        ],
    );
}

#[test]
fn a_single_limit_in_a_name() {
    let flag = |name: &str, value: &str| {
        let text = format!("patient,sex,age,test,result,unit\n1,F,40,\"{name}\",{value},\n");
        said(&text, &["low", "high", "range_source", "flag", "notices"]).remove(0)
    };
    for (name, value, expected) in [
        ("CRP (<5 mg/L)", "8", "|5|report|H|"),
        ("CRP (<5 mg/L)", "4", "|5|report|N|"),
        ("ALT (<33 U/L)", "38", "|33|report|H|"),
        (
            "Potassium (2.5-6.5 mmol/L)",
            "5.8",
            "3.5|5|us|H|interval-unreadable",
        ),
        // What is called.
        ("Sodium (<130 mmol/L)", "132", "136|145|us|L|"),
        ("Potassium (>5.5 mmol/L)", "5.2", "3.5|5|us|H|"),
        ("ALT (>100 U/L)", "38", "10|40|us|N|method-dependent"),
        ("ALT (<200 U/L)", "38", "10|40|us|N|method-dependent"),
    ] {
        assert_eq!(flag(name, value), expected, "{name}: {value}");
    }
}

#[test]
fn below_a_mean_is_not_below_nothing() {
    with(
        "range",
        &[
            (
                "1,F,40,IGF-1,-2.9,SDS,-2 - 2",
                "igf_1 L usable unit-unknown",
            ),
            (
                "1,F,40,IGF-1,-0.4,SDS,-2 - 2",
                "igf_1 N usable unit-unknown",
            ),
            (
                "1,F,40,IGF-1,-2.9,ng/mL,-2 - 2",
                "igf_1 - indeterminate implausible-value",
            ),
        ],
    );
}

#[test]
fn a_nought_that_fills_the_number_of_a_warehouse_is_no_result() {
    let text = |source: &str| {
        format!(
            "person_id,sex,age,measurement_source_value,value_as_number,value_source_value,unit_source_value\n\
             1,F,40,CRP,0,{source},mg/L\n1,F,40,Sodium,140,140,mmol/L\n1,F,40,ALT,31,31,U/L\n"
        )
    };
    assert_eq!(said_of(&text(""))[0], "crp - - result-absent");
    assert_eq!(said_of(&text("0"))[0], "crp N usable -");
}

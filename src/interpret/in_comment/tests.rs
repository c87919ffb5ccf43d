//! Numbers in comments that are of one's own test, and those that are not, as tables.

use super::*;

fn told(comment: &str, meant: Meant) -> Vec<String> {
    let catalog = Catalog::bundled().expect("bundled data");
    let analyte = catalog.analyte("potassium").expect("potassium");
    let own = Own {
        analyte,
        resolution: &Resolution::default(),
        catalog,
        style: NumberStyle::default(),
        meant,
    };
    let numbers = own.numbers(comment).into_iter();
    numbers.map(|(_, number, _)| number.to_string()).collect()
}

#[test]
fn a_number_of_the_own_test() {
    for comment in [
        "Potassium 6.9 mmol/L confirmed by dilution",
        "potassium 6.9",
        "K 6.9",
        "K+ = 6.9 mmol/L",
        "K=6.9 mmol/L phoned",
        "K:6.9",
        "K - 6.9",
        "Kalium 6,9 mmol/l bestätigt",
        "Potassium result 6.9 mmol/L, phoned to ward 5 at 09:30",
        "Potassium (repeated) 6.9 mmol/L",
        "Result unreliable (potassium 6.9 mmol/L)",
        "Haemolysed. 6.9 mmol/L",
        "6.9mmol/L",
        "6.9 H mmol/L",
        "6.9 mEq/L",
        "Sodium 140, potassium 6.9",
        "Na 140 mmol/L, K 6.9 mmol/L, previous 4.2",
        "Potassium 6.9 mmol/L (reference 3.5-5.3)",
        "Potassium 6.9 mmol/L reference 3.5 - 5.3",
        "Potassium measured in a second tube was 6.9 mmol/L",
        "Potassium 4.2 previously, now 6.9 mmol/L",
        "Potassium now 6.9",
        "Potassium critically high 6.9",
        "*K 6.9*",
        "\"Potassium 6.9\"",
        "K 6.9!",
        "K 6.9?",
        "K 6.9 HH called",
        "K6.9",
        "K+6.9",
        "血钾6.9mmol/L",
        "钾:6.9",
        "カリウム6.9",
        "калий 6,9",
        "Potassium high at 6.9",
        "K 6.9 / Na 131",
        "Na 131 / K 6.9 / Cl 98",
        "Potassium was at 6.9 mmol/L",
    ] {
        assert_eq!(
            told(comment, Meant::None)
                .last()
                .map(|text| text.replace(',', "."))
                .as_deref(),
            Some("6.9"),
            "{comment}"
        );
    }
}

#[test]
fn a_number_of_something_else() {
    for comment in [
        "",
        "Sodium 112 mmol/L",
        "Na 112 mmol/L",
        "Glucose in this sample was 30 mmol/L",
        "previous 6.9",
        "Previous potassium 6.9 mmol/L",
        "Potassium previously 6.9 mmol/L",
        "Potassium was 6.9 mmol/L yesterday",
        "Vorwert 6,9 mmol/l",
        "called if above 6.5 mmol/L",
        "Reference range 3.5-5.3 mmol/L",
        "Reference 3.5 - 5.3 mmol/L",
        "Potassium falsely raised by 2 mmol/L",
        "Potassium not reported, haemolysis index 300",
        "Potassium not reported: sample 26 hours old",
        "Potassium at 10:30",
        "phoned 09:30 27/11/2026",
        "tube 12345",
        "Potassium 2 tubes",
        "Potassium 2 mL received",
        "critical limits <2.5 and >6.5 mmol/L",
        "reference 3.5 mmol/L to 5.3 mmol/L",
        "KCl 20 mmol/L in the drip",
        "20 mmol/L KCl running in the arm",
        "lipase 6.9",
        "Repeat: a potassium of 6.5 mmol/L or more is critical",
        "Kalium 6,5 mmol/l oder höher ist kritisch",
        "Potassium at 6.9",
        "Potassium measured at 12 min 4.1",
        "6.9",
    ] {
        assert_eq!(told(comment, Meant::None), [""; 0], "{comment}");
    }
}

#[test]
fn where_the_cell_points_there_a_bare_number_is_the_result() {
    for (comment, expected) in [
        ("6.9", &["6.9"][..]),
        ("Result 6.9", &["6.9"]),
        ("Sodium 112", &[]),
        ("12 hours old", &[]),
        ("2 tubes", &[]),
        ("tube 7", &[]),
        ("Результат 6,9", &["6.9"]),
        ("结果6.9", &["6.9"]),
        ("Previous 4.5, now 6.9", &["6.9"]),
        // Of lines, notes and tubes.
        ("1. Sample haemolysed. 2. Repeat.", &[]),
        ("1) Sample haemolysed 2) repeat", &[]),
        ("Tube 2 of 2", &[]),
        ("2", &[]),
        ("2.1", &["2.1"]),
    ] {
        assert_eq!(told(comment, Meant::PointedAt), expected, "{comment}");
    }
}

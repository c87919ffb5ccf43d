//! Two columns about one specimen: the narrower one counts, and where they contradict each other it is open.

use crate::traps::said_of;

const USABLE: &str = "potassium N usable -";
const UNSUITABLE: &str = "potassium N unusable specimen-unsuitable";
const OPEN: &str = "potassium N caution specimen-unknown";
const OTHER: &str = "- - - specimen-not-serum";

/// What is said of a potassium of 4.1 mmol/L below two such columns, in either order.
#[track_caller]
fn check(columns: [&str; 2], cells: [&str; 2], expected: &str) {
    for [one, other] in [[0, 1], [1, 0]] {
        let text = format!(
            "patient,sample,collected,sex,age,{},{},test,result,unit,low,high\n\
             P1,9901,2026-03-14 08:10,F,50,{},{},Potassium,4.1,mmol/L,3.5,5.1\n",
            columns[one], columns[other], cells[one], cells[other]
        );
        assert_eq!(said_of(&text), [expected], "{text}");
    }
}

#[test]
fn a_tube_beside_its_fluid() {
    for column in [
        "Tube",
        "Tube Type",
        "Tube Color",
        "Container",
        "Container Type",
        "Additive",
        "Anticoagulant",
        "Cap Color",
        "Cap",
        "Collection Tube",
        "Vacutainer",
        "Röhrchen",
        "Tipo de tubo",
        "Tubo",
        "Specimen Container",
        "Specimen Tube",
        "Collection Container",
        "tube_type_code",
        "采血管",
        "採血管",
        "Пробирка",
        "Monovette",
        "Tube/Container",
    ] {
        check(["Specimen", column], ["Blood", "Lavender EDTA"], UNSUITABLE);
        check(["Specimen", column], ["", "EDTA"], UNSUITABLE);
    }
    for (fluid, tube, expected) in [
        ("Blood", "K2-EDTA", UNSUITABLE),
        ("Venous blood", "Purple top", UNSUITABLE),
        ("Whole blood", "EDTA", UNSUITABLE),
        ("Plasma", "EDTA", UNSUITABLE),
        ("Blood", "Citrate", UNSUITABLE),
        ("Serum", "EDTA", OPEN),
        ("Serum", "Citrate", OPEN),
        ("Blood", "SST", USABLE),
        ("Blood", "Gold", USABLE),
        ("Serum", "SST", USABLE),
        ("Serum", "", USABLE),
        ("Serum", "n/a", USABLE),
        ("Serum", "Lithium heparin", USABLE),
        ("Plasma", "Lithium heparin", USABLE),
        ("Blood", "Rack 7", USABLE),
        ("Unknown", "EDTA", UNSUITABLE),
        ("Unknown", "SST", USABLE),
        // When it was drawn, or from what: in such a tube it may be blood.
        ("Random", "SST", OPEN),
        ("Cath", "Lithium heparin", OPEN),
        ("Random", "Urine cup", OTHER),
        // A fluid that is none of blood comes in any tube; and in a cup there is no blood.
        ("Urine", "EDTA", OTHER),
        ("CSF", "Serum tube", OTHER),
        ("Blood", "Urine container", OPEN),
    ] {
        check(["Specimen", "Container"], [fluid, tube], expected);
    }
}

#[test]
fn two_columns_of_fluids() {
    for (one, other, expected) in [
        ("Blood", "EDTA plasma", UNSUITABLE),
        ("Blood", "Cord blood", OTHER),
        ("Blood", "Urine", OPEN),
        ("Serum", "Urine", OPEN),
        ("Serum", "Serum", USABLE),
        ("Blood", "Serum", USABLE),
        ("Urine", "Spot urine", OTHER),
    ] {
        check(["Specimen Type", "Specimen Source"], [one, other], expected);
    }
    // Where it was drawn is no word for a fluid.
    let text = "patient,sample,Specimen Type,Specimen Source,test,result,unit,low,high\n\
                P1,9901,Blood,Left arm,Potassium,4.1,mmol/L,3.5,5.1\n";
    assert_eq!(said_of(text), [USABLE]);
}

/// In words about a sample a pink serum is hemolyzed; a tube with that cap has EDTA, and a gray one fluoride.
#[test]
fn tubes_by_their_color() {
    let head = "patient,sample,sex,age,Tube type,Specimen,test,result,unit,low,high\n";
    let row = |tube: &str, fluid: &str| {
        format!("P1,{tube}{fluid},F,50,{tube},{fluid},Potassium,4.1,mmol/L,3.5,5.1\n")
    };
    let cells = [
        ("Gold", "", USABLE),
        ("Lavender", "", UNSUITABLE),
        ("Pink", "", UNSUITABLE),
        ("Gray", "", UNSUITABLE),
        ("PINK", "Blood", UNSUITABLE),
        ("Grey", "Venous blood", UNSUITABLE),
        ("Pink", "Serum", OPEN),
        ("Gray", "Urine", OTHER),
        // Which one that is depends on the maker.
        ("Red", "", OPEN),
    ];
    let rows = cells.map(|(tube, fluid, _)| row(tube, fluid));
    let expected = cells.map(|(_, _, expected)| expected);
    assert_eq!(said_of(&format!("{head}{}", rows.concat())), expected);
}

/// "Specimen" beside "Tube Type" was the number of the sample, and urine in a tube for serum was serum.
#[test]
fn a_bare_word_for_the_specimen_beside_a_tube() {
    for column in ["Specimen", "Sample", "Probe"] {
        for (fluid, tube, expected) in [
            ("Urine", "SST", OTHER),
            ("Urine", "EDTA", OTHER),
            ("Blood", "EDTA", UNSUITABLE),
            ("Blood", "SST", USABLE),
            ("Serum", "EDTA", OPEN),
        ] {
            for [one, other] in [
                [(column, fluid), ("Tube Type", tube)],
                [("Tube Type", tube), (column, fluid)],
            ] {
                let text = format!(
                    "patient,collected,sex,age,{},{},test,result,unit,low,high\n\
                     P1,2026-03-14 08:10,F,50,{},{},Potassium,4.1,mmol/L,3.5,5.1\n",
                    one.0, other.0, one.1, other.1
                );
                assert_eq!(said_of(&text), [expected], "{text}");
            }
        }
    }
    // Its number.
    let text = "patient,sex,age,Sample,Tube Type,test,result,unit,low,high\n\
                P1,F,50,T1001,EDTA,Potassium,4.1,mmol/L,3.5,5.1\n";
    assert_eq!(said_of(text), [UNSUITABLE]);
}

#[test]
fn several_tubes_of_one_order() {
    let head = "MRN,Accession,Collected,Sex,Age,Specimen,Tube,Component,Result,Units,Range\n";
    let row = |fluid: &str, rest: &str| format!("1,A1,2026-03-14 08:10,F,50,{fluid},{rest}\n");
    let text = [
        head.to_string(),
        row("Blood", "SST,Potassium,4.1,mmol/L,3.5-5.1"),
        row("Blood", "EDTA,Hemoglobin,13.1,g/dL,12-16"),
        row("Blood", "NaF,Glucose,90,mg/dL,70-100"),
        row("Urine", ",Sodium,20,mmol/L,"),
        row("CSF", "EDTA,Glucose,28,mg/dL,45-75"),
        row("Blood", "Citrate,INR,1.0,,0.8-1.2"),
    ];
    let said = said_of(&text.concat());
    assert_eq!(
        said,
        [
            USABLE,
            "hemoglobin N usable -",
            "glucose N usable -",
            OTHER,
            OTHER,
            "inr N usable -",
        ]
    );
}

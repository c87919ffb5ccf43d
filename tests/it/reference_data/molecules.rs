//! Molecules and what their atoms weigh: known without any table of ours.

/// Standard atomic weights, abridged (IUPAC 2021).
#[rustfmt::skip]
const WEIGHTS: &[(&str, f64)] = &[
    ("H", 1.008), ("Li", 6.94), ("C", 12.011), ("N", 14.007), ("O", 15.999), ("Na", 22.990),
    ("Mg", 24.305), ("P", 30.974), ("S", 32.06), ("Cl", 35.45), ("K", 39.098), ("Ca", 40.078),
    ("Fe", 55.845), ("Co", 58.933), ("Cu", 63.546), ("Zn", 65.38), ("I", 126.90),
];

/// What each analyte's mass weighs.
#[rustfmt::skip]
pub const FORMULAS: &[(&str, &str)] = &[
    ("sodium", "Na"), ("potassium", "K"), ("chloride", "Cl"), ("calcium_total", "Ca"),
    ("calcium_adjusted", "Ca"), ("calcium_ionized", "Ca"), ("magnesium", "Mg"), ("phosphate", "P"),
    ("lithium", "Li"), ("zinc", "Zn"), ("copper", "Cu"), ("iron", "Fe"), ("tibc", "Fe"),
    ("uibc", "Fe"), ("urea", "CH4N2O"), ("bun", "N2"), ("creatinine", "C4H7N3O"),
    ("urate", "C5H4N4O3"), ("bilirubin_total", "C33H36N4O6"), ("bilirubin_direct", "C33H36N4O6"),
    ("ammonia", "NH3"), ("glucose", "C6H12O6"), ("lactate", "C3H6O3"),
    ("cholesterol_total", "C27H46O"), ("cholesterol_hdl", "C27H46O"),
    ("cholesterol_ldl", "C27H46O"), ("cholesterol_non_hdl", "C27H46O"),
    ("triglycerides", "C57H104O6"), ("vitamin_d_25oh", "C27H44O2"), ("vitamin_d3_25oh", "C27H44O2"),
    ("vitamin_b12", "C63H88CoN14O14P"), ("folate", "C19H19N7O6"), ("free_t4", "C15H11I4NO4"),
    ("total_t4", "C15H11I4NO4"), ("free_t3", "C15H12I3NO4"), ("total_t3", "C15H12I3NO4"),
    ("cortisol", "C21H30O5"), ("aldosterone", "C21H28O5"), ("dhea_s", "C19H28O5S"),
    ("ohp_17", "C21H30O3"), ("testosterone_total", "C19H28O2"), ("testosterone_free", "C19H28O2"),
    ("estradiol", "C18H24O2"), ("progesterone", "C21H30O2"), ("acth", "C207H308N56O58S"),
    ("digoxin", "C41H64O14"),
];

/// g/mol of a formula like `C6H12O6`.
pub fn weigh(formula: &str) -> f64 {
    let mut sum = 0.0;
    let mut rest = formula;
    while !rest.is_empty() {
        let (symbol, weight) = WEIGHTS
            .iter()
            .filter(|(symbol, _)| rest.starts_with(symbol))
            .max_by_key(|(symbol, _)| symbol.len())
            .unwrap_or_else(|| panic!("an element in {rest}"));
        rest = &rest[symbol.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        sum += weight * rest[..digits].parse().unwrap_or(1.0);
        rest = &rest[digits..];
    }
    sum
}

//! Iron. Iron and binding capacities in µmol/L, transferrin in g/L. Hemolysis raises the iron.

/// Total iron-binding capacity from the unsaturated one: iron + UIBC.
#[must_use]
pub fn tibc_from_uibc(iron: f64, uibc: f64) -> f64 {
    iron + uibc
}

/// Total iron-binding capacity from transferrin: 25.1 × transferrin.
///
/// Two iron atoms bind to one transferrin of 79.57 kDa. Older UK practice uses 22.5 to 25.
#[must_use]
pub fn tibc_from_transferrin(transferrin: f64) -> f64 {
    25.1 * transferrin
}

/// Transferrin saturation, %: 100 × iron ÷ total iron-binding capacity. Best fasting, in the morning.
#[must_use]
pub fn transferrin_saturation(iron: f64, tibc: f64) -> f64 {
    100.0 * iron / tibc
}

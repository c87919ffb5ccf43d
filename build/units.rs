//! What exports call units, as a table of Rust: folded and in order.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use crate::unit_files::table::Table;

/// The tables of spellings and of how units are printed.
pub fn tables(path: &Path) -> Result<String, Box<dyn Error>> {
    let file = std::fs::read_to_string(path)?;
    let Table { spellings, printed } = Table::read(&file, |code| Ok(code.to_string()))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let mut text = String::new();
    let count = spellings.len();
    writeln!(text, "static SPELLINGS: [Spelling; {count}] = [")?;
    for (folded, units) in spellings {
        let units: Vec<String> = units
            .iter()
            .map(|code| format!("coded!({code:?})"))
            .collect();
        let units = units.join(", ");
        writeln!(text, "Spelling::bundled({folded:?}, &[{units}]),")?;
    }
    writeln!(text, "];")?;
    let count = printed.len();
    writeln!(text, "static PRINTED: [Printed; {count}] = [")?;
    for (code, (_, print)) in printed {
        writeln!(text, "Printed::bundled(coded!({code:?}), {print:?}),")?;
    }
    writeln!(text, "];")?;
    Ok(text)
}

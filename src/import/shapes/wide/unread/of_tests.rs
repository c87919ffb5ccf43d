//! Columns that are not read and tell tests apart, not draws: the analyzer, the method, the code of an order, the number of the row.

use std::collections::HashMap;

use csv::StringRecord;

use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;

/// Headers of what goes with a test, folded.
#[rustfmt::skip] // the words wrapped as text
const OF_TESTS: &str = "\
    analyzer analyser analyzername analysername analyzerid analyserid analyzercode instrument instrumentname instrumentid instrumentcode \
    gerat geratename analysengerat analysegerat messgerat automate analizador strumento analizzatore \
    method methodname methodcode methode methodik metodo metoda metod testmethod assay assayname assaymethod reagent reagentname \
    platform platformname module modulename bench workbench workarea worksection section labsection discipline \
    ordercode ordername orderedtest ordertest orderdescription testcode testid testgroup testtype panel panelname panelcode profile profilename \
    profilecode battery";

/// Headers of the number of a row, folded.
const OF_ROWS: &str = "no nr n row rowno rownumber rownr line lineno linenumber seq sequence seqno sequenceno sequencenumber index idx \
    item itemno sno srno slno serialno lfdnr lfd laufendenummer position pos rowid lineid unnamed0";

/// Parts of headers of what may be of a draw, though the same tests are measured in it each time, folded.
const OF_DRAWS: &[&str] = &[
    "visit", "week", "day", "time", "date", "hour", "tube", "contain", "sampl", "specim", "draw",
    "collect", "stage", "phase", "shift", "episod", "encount", "access", "barcod", "ward", "locat",
    "room", "site", "bed", "device", "request", "batch",
];

/// True for a column whose cells go with the test, or count the rows, in all rows that are looked at.
pub(super) fn is_one(plan: &Plan, rows: &[StringRecord], at: usize, header: &str) -> bool {
    if plan.shape != Shape::Long {
        return false;
    }
    let is_numbered = is_blank(header) || vocabulary::is_among(header, OF_ROWS);
    if is_numbered && counts_rows(rows, at) {
        return true;
    }
    let test = |row: &StringRecord| -> String {
        let roles = [Role::Name, Role::Code, Role::Loinc];
        let texts = roles
            .iter()
            .map(|role| plan.pick(*role).text(row).trim().to_lowercase());
        texts.collect::<Vec<_>>().join("\u{1b}")
    };
    // The first cell of each test, and whether another row of the test has it, too.
    let mut cells: HashMap<String, (&str, bool)> = HashMap::new();
    for row in rows {
        let cell = row.get(at).unwrap_or("").trim();
        match cells.get_mut(&test(row)) {
            Some((first, is_again)) if *first == cell => *is_again = true,
            Some(_) => return false,
            None => {
                cells.insert(test(row), (cell, false));
            }
        }
    }
    let again: Vec<&str> = cells
        .values()
        .filter(|(_, again)| *again)
        .map(|(cell, _)| *cell)
        .collect();
    let differ = again.iter().any(|cell| Some(cell) != again.first());
    let folded = vocabulary::fold(header);
    let may_tell_draws = OF_DRAWS.iter().any(|word| folded.contains(word));
    (differ && !may_tell_draws) || vocabulary::is_among(header, OF_TESTS)
}

/// True for whole numbers of which each is one more than the one above.
fn counts_rows(rows: &[StringRecord], at: usize) -> bool {
    let numbers = rows
        .iter()
        .map(|row| row.get(at).unwrap_or("").trim().parse::<u64>());
    let numbers: Result<Vec<u64>, _> = numbers.collect();
    numbers.is_ok_and(|numbers| numbers.windows(2).all(|two| two[0] + 1 == two[1]))
}

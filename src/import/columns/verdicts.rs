//! Headers that may be those of a laboratory's flags, and of much else: "Rating", "Severity". Their cells say which.

use super::Seen;
use super::cells::is_flag;
use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary::is_among;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;

/// Headers, folded, of what is said of a result.
pub(in crate::import) const OF_RESULTS: &str =
    "rating resultrating verdict outofrangetype rangestatus rangeposition rangecategory";

/// Headers, folded, of what may be said of a person or a disease as well: there one cell has to say "normal".
pub(in crate::import) const OF_ANYTHING: &str =
    "zone severity risk risklevel grade color colour colorcode";

/// Headers, folded, that ask whether a result lies in its range.
pub(in crate::import) const ASKING_IF_INSIDE: &str = "inrange isinrange withinrange iswithinrange inreferencerange withinreferencerange \
    innormalrange withinnormalrange isnormal";

/// True for a header of one of these.
pub(crate) fn may_be_one(header: &str) -> bool {
    let lists = [OF_RESULTS, OF_ANYTHING, ASKING_IF_INSIDE];
    lists.into_iter().any(|words| is_among(header, words))
}

/// True if all cells of such a column that say something are words of flags.
pub(super) fn are_verdicts(seen: &Seen, column: usize) -> bool {
    let filled = || seen.cells(column).filter(|cell| !is_blank(cell));
    let is_normal = |cell: &str| 1 < cell.len() && reported::flag(cell) == ReportedFlag::Normal;
    let of_anything = is_among(&seen.headers[column], OF_ANYTHING);
    filled().next().is_some() && filled().all(is_word) && (!of_anything || filled().any(is_normal))
}

/// True if a column under such a header, which is not read, may speak of results.
pub(crate) fn may_speak<'c>(header: &str, mut cells: impl Iterator<Item = &'c str>) -> bool {
    match is_among(header, OF_ANYTHING) {
        true => cells.any(|cell| 1 < cell.trim().len() && is_word(cell)),
        false => may_be_one(header) && cells.any(|cell| !is_blank(cell)),
    }
}

fn is_word(cell: &str) -> bool {
    is_flag(cell) || reported::is_critical_flag(cell)
}

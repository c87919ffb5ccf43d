//! Columns of suspicions of an analyzer, each named in its header: `IP SUS(PLT)PLT Clumps?` with a 1 below it.

use super::{Columns, Seen};
use crate::import::standing::is_yes;

/// How Sysmex begins such a header: suspected, abnormal.
const BEGINS: &[&str] = &["ip sus", "ip abn", "ip_sus", "ip_abn"];

impl Columns {
    /// Such columns that have no other role, each with the words of its header behind the channel.
    pub(super) fn find_suspects(&mut self, seen: &Seen) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (column, header) in seen.headers.iter().enumerate() {
            let is_free = self.uses[column].role.is_none() && self.is_unknown(column);
            if let Some(words) = words(header).filter(|_| is_free) {
                self.uses[column].reason =
                    "a suspicion of the analyzer, a comment where it is set".to_string();
                found.push((column, words.to_string()));
            }
        }
        found
    }
}

/// The words behind `IP SUS(PLT)`.
fn words(header: &str) -> Option<&str> {
    let header = header.trim();
    let begins = |begin: &&str| {
        let head = header.get(..begin.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(begin))
    };
    let (channel, words) = header.split_once(')')?;
    let is_one = BEGINS.iter().any(begins) && channel.contains('(');
    Some(words.trim()).filter(|words| is_one && !words.is_empty())
}

/// True for a cell by which the suspicion holds.
pub(crate) fn is_set(cell: &str) -> bool {
    let cell = cell.trim();
    is_yes(cell) || cell.parse::<f64>().is_ok_and(|number| 0.0 < number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_cells() {
        for (header, expected) in [
            ("IP SUS(PLT)PLT Clumps?", Some("PLT Clumps?")),
            ("IP ABN(RBC)Anemia", Some("Anemia")),
            ("IP SUS(PLT)", None),
            ("IP address (office)", None),
            ("PLT Clumps?", None),
        ] {
            assert_eq!(words(header), expected, "{header}");
        }
        for (cell, expected) in [
            ("1", true),
            ("100", true),
            ("Y", true),
            ("0", false),
            ("", false),
            ("-", false),
        ] {
            assert_eq!(is_set(cell), expected, "{cell}");
        }
    }
}

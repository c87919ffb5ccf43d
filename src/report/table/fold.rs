//! Rows that share a reason and would only fill the screen are folded into one paragraph.

use super::row::{Rank, Row};
use crate::notice::Code;
use crate::report::text::cut;
use crate::report::wording;

/// More rows than this with one reason are folded.
const ROWS: usize = 3;
/// Results named in one paragraph; the rest is a count.
const NAMED: usize = 40;
/// Columns of one result in a paragraph.
const RESULT_WIDTH: usize = 44;

/// A sample's rows, as they are to be printed.
#[derive(Debug)]
pub(super) struct Folded {
    /// Rows with a line of their own, sorted.
    pub(super) rows: Vec<Row>,
    /// One paragraph each: a title and what it covers, possibly nothing.
    pub(super) paragraphs: Vec<(String, Vec<String>)>,
}

/// Sorts and folds.
pub(super) fn fold(mut rows: Vec<Row>) -> Folded {
    // What was derived stands below, unless someone must be called.
    rows.sort_by_key(|row| (row.derived && row.rank != Rank::Critical, row.rank));
    let mut reasons: Vec<(Code, usize)> = Vec::new();
    for code in rows.iter().filter_map(|row| row.fold) {
        match reasons.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += 1,
            None => reasons.push((code, 1)),
        }
    }
    reasons.retain(|(code, count)| is_left_alone(*code) || *count > ROWS);
    let mut paragraphs = Vec::new();
    for (code, count) in reasons {
        let (folded, kept): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| row.fold == Some(code));
        rows = kept;
        let s = if count == 1 { "" } else { "s" };
        let title = match code {
            Code::SpecimenNotSerum => {
                format!("{count} result{s} from {}: left alone", fluids(&folded))
            }
            code => wording::group_title(code, count),
        };
        let named = if is_left_alone(code) {
            Vec::new()
        } else {
            named(&folded)
        };
        paragraphs.push((title, named));
    }
    Folded { rows, paragraphs }
}

/// Rows about which there is nothing to do are folded however few they are.
fn is_left_alone(code: Code) -> bool {
    matches!(
        code,
        Code::SpecimenNotSerum | Code::QualityControl | Code::Duplicate
    )
}

fn fluids(rows: &[Row]) -> String {
    let mut fluids: Vec<&str> = Vec::new();
    for row in rows {
        if !fluids.contains(&row.fluid) {
            fluids.push(row.fluid);
        }
    }
    fluids.join(", ")
}

/// `Potassium 4.1 mmol/L`, one text each.
fn named(rows: &[Row]) -> Vec<String> {
    let mut named: Vec<String> = rows
        .iter()
        .take(NAMED)
        .map(|row| cut(&row.in_one_text(row.shortest_name()), RESULT_WIDTH).into_owned())
        .collect();
    if rows.len() > NAMED {
        named.push(format!("and {} more", rows.len() - NAMED));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases::{self, case};

    #[test]
    fn many_rows_with_one_reason_become_one_paragraph() {
        let units = cases::units();
        let unknown = |name| {
            Row::of(
                &case("", name, "1", "g/L").says(&[Code::AnalyteUnknown]).0,
                &units,
            )
        };
        let few = fold(["a", "b", "c"].map(unknown).to_vec());
        assert_eq!((few.rows.len(), few.paragraphs.len()), (3, 0));
        let many = fold(["a", "b", "c", "d"].map(unknown).to_vec());
        assert!(many.rows.is_empty());
        let (title, named) = &many.paragraphs[0];
        assert_eq!(title, "4 not judged (analyte not known):");
        assert_eq!(named[..2], ["a 1 g/L", "b 1 g/L"]);
        let crowd = fold((0..100).map(|_| unknown("x")).collect());
        assert_eq!(
            crowd.paragraphs[0].1.last().map(String::as_str),
            Some("and 60 more")
        );
    }

    #[test]
    fn urine_is_left_alone_with_a_count() {
        let units = cases::units();
        let rows = cases::hemolyzed_sample()
            .iter()
            .map(|r| Row::of(r, &units))
            .collect();
        let folded = fold(rows);
        assert_eq!(folded.paragraphs.len(), 1);
        assert_eq!(folded.paragraphs[0].0, "2 results from urine: left alone");
        assert!(
            folded
                .rows
                .windows(2)
                .all(|pair| pair[0].rank <= pair[1].rank)
        );
    }
}

//! How many of the tests that a work-up asks for are there.

use super::super::schema::Requirement;
use super::super::sheet::{Counts, Review, Standing, Tally};

/// Counts each test once: as a core test if any part asks for it as one.
pub(super) fn count(review: &Review, rows: usize) -> Counts {
    let mut counts = Counts {
        rows,
        ..Counts::default()
    };
    let mut seen: Vec<&[String]> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for is_core in [true, false] {
        for test in review.parts.iter().flat_map(|part| &part.tests) {
            if (test.requirement == Requirement::Core) != is_core || !test.requirement.is_wanted() {
                continue;
            }
            let tally = if is_core {
                &mut counts.core
            } else {
                &mut counts.other
            };
            for line in test.lines(false) {
                if !seen.contains(&line.analytes.as_slice()) {
                    seen.push(&line.analytes);
                    tally.add(line.state);
                }
            }
            for test in test.by_eye(false) {
                if !named.contains(&test.name.as_str()) {
                    named.push(&test.name);
                    tally.not_known += 1;
                }
            }
        }
    }
    counts
}

impl Tally {
    fn add(&mut self, standing: Standing) {
        self.tests += 1;
        match standing {
            Standing::Critical | Standing::Abnormal => {
                self.present += 1;
                self.outside += 1;
            }
            Standing::Present => self.present += 1,
            Standing::Unusable => self.unusable += 1,
            Standing::NotInterpreted => self.not_interpreted += 1,
            Standing::NoResult => self.no_result += 1,
            Standing::Missing => self.missing += 1,
        }
    }
}

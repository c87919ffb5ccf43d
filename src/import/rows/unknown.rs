//! Rows whose codes or patients no companion knows, and rows that are headers or lines of no patient.

use crate::import::Export;
use crate::notice::{Code, FileNotice};

/// Rows whose codes and patients are in no companion, rows that repeat the header, and lines of no patient.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unknown {
    pub(crate) codes: u64,
    pub(super) patients: Vec<u64>,
    pub(super) headers: u64,
    pub(super) footers: u64,
}

impl Unknown {
    /// Adds those of other rows of the same export.
    pub(crate) fn add(&mut self, other: &Unknown) {
        self.codes += other.codes;
        self.headers += other.headers;
        self.footers += other.footers;
        self.patients
            .resize(self.patients.len().max(other.patients.len()), 0);
        for (sum, count) in self.patients.iter_mut().zip(&other.patients) {
            *sum += count;
        }
    }

    /// What is to be said about them.
    pub(crate) fn notices(&self, export: &Export) -> Vec<FileNotice> {
        let notice = |code, message| FileNotice {
            file: export.label().to_string(),
            line: None,
            code,
            message,
        };
        let lists = export.companions.codes.iter().map(|list| list.label());
        let lists = lists.collect::<Vec<_>>().join(" or ");
        let codes = std::iter::once((
            self.codes,
            Code::CodeUnknown,
            format!(
                "{lists} tells nothing of the item code of {}",
                rows(self.codes)
            ),
        ));
        let people = self
            .patients
            .iter()
            .zip(&export.patient_joins)
            .map(|(count, join)| {
                let message = format!(
                    "{} does not have the identifier of {}",
                    join.label,
                    rows(*count)
                );
                (*count, Code::PatientUnknown, message)
            });
        let headers = std::iter::once((
            self.headers,
            Code::HeaderRepeated,
            format!("the header stands again in {}, skipped", rows(self.headers)),
        ));
        let footers = std::iter::once((
            self.footers,
            Code::FooterSkipped,
            format!(
                "{} with text in the first cell alone, of no patient: skipped",
                rows(self.footers)
            ),
        ));
        codes
            .chain(people)
            .chain(headers)
            .chain(footers)
            .filter(|(count, ..)| *count > 0)
            .map(|(_, code, message)| notice(code, message))
            .collect()
    }
}

/// "1 row", "2 rows".
fn rows(count: u64) -> String {
    match count {
        1 => "1 row".to_string(),
        _ => format!("{count} rows"),
    }
}

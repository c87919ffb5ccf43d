//! An analyte as it is compiled in: a few bytes, read when it is first asked for. A run asks for those that its rows
//! name, seldom for all.

use std::sync::OnceLock;

use crate::error::{Error, Result};
use crate::reference::schema::{AnalyteFile, Transferable};
use crate::reference::{Analyte, build};
use crate::specimen::Specimen;
use crate::units::Unit;

/// An analyte and its file, as the build script wrote it: without what the index holds.
#[derive(Debug)]
pub(super) struct Bundled {
    /// Among all analytes.
    pub(super) place: u32,
    group: &'static str,
    pub(super) id: &'static str,
    file: &'static [u8],
    read: OnceLock<Box<Analyte>>,
}

impl Bundled {
    pub(super) const fn new(
        place: u32,
        group: &'static str,
        id: &'static str,
        file: &'static [u8],
    ) -> Bundled {
        Bundled {
            place,
            group,
            id,
            file,
            read: OnceLock::new(),
        }
    }

    /// The analyte.
    ///
    /// What comes of its file depends on nothing but bytes of this program: it can be read in every run or in none. The
    /// build script wrote those bytes by the types that read them here, and [`Catalog::check`](super::Catalog::check)
    /// reads all of them, in a test and at each start of a debug build. So no run of a program that passed its tests
    /// meets an analyte that cannot be read; the types cannot know that, and one that cannot is still known by its name.
    pub(super) fn analyte(&self) -> &Analyte {
        self.read.get_or_init(|| {
            let read = self.read();
            Box::new(read.unwrap_or_else(|error| self.unread(&error)))
        })
    }

    /// The analyte, if it has been asked for.
    pub(super) fn known(&self) -> Option<&Analyte> {
        self.read.get().map(Box::as_ref)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// If the file is wrong.
    pub(super) fn read(&self) -> Result<Analyte> {
        let read = postcard::from_bytes(self.file).map_err(|error| error.to_string());
        read.and_then(|mut file: AnalyteFile| build::analyte(&mut file))
            .map_err(|problem| {
                Error::new(
                    format!("reference_ranges/{}/{}.toml", self.group, self.id),
                    problem,
                    "correct the file; CONTRIBUTING.md says how",
                )
            })
    }

    /// What stands for an analyte that cannot be read: it has no unit that a laboratory reports, no interval and no
    /// limit, so that no result of it is judged, and says why.
    fn unread(&self, error: &Error) -> Analyte {
        Analyte {
            id: self.id.to_string(),
            name: self.id.replace('_', " "),
            group: self.group.to_string(),
            specimen: Specimen::Unstated,
            unit: coded!("{score}"),
            units: Vec::new(),
            molar_mass: None,
            valence: None,
            conversions: Vec::new(),
            variants: Vec::new(),
            plausible: (f64::NEG_INFINITY, f64::INFINITY),
            transferable: Transferable::No,
            note: Some(format!("This analyte cannot be read: {error}")),
            intervals: Vec::new(),
            critical: Vec::new(),
            hemolysis: None,
            icterus: None,
            lipemia: None,
            sources: Default::default(),
            span: OnceLock::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_known_and_judges_nothing() {
        let broken = Bundled::new(0, "electrolytes", "potassium", b"no file");
        let error = broken.read().expect_err("no file");
        assert_eq!(error.file(), "reference_ranges/electrolytes/potassium.toml");
        let analyte = broken.analyte();
        assert_eq!(analyte.id, "potassium");
        assert!(analyte.intervals.is_empty() && analyte.critical.is_empty());
        for code in ["mmol/L", "mEq/L", "mg/dL", "U/L", "10*9/L", "%"] {
            let unit = Unit::from_code(code).expect(code);
            assert!(analyte.conversion(unit, None).is_none(), "{code}");
        }
        let note = analyte.note.as_deref().unwrap_or_default();
        assert!(note.contains("electrolytes/potassium.toml"), "{note}");
    }
}

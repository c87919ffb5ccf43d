//! What finds an analyte: names, LOINC codes, ids. The tables are written by the build script, in order, and are
//! part of the program as they stand: a start has nothing to read.

use super::bundled::Bundled;
use super::meaning::NameRule;
use crate::reference::LoincProperty;
use crate::specimen::Specimen;
use crate::units::Unit;

/// A folded name and one of its meanings.
#[derive(Debug)]
pub(super) struct Name {
    folded: &'static str,
    pub(super) analyte: &'static Bundled,
    pub(super) variant: Option<u8>,
    pub(super) rule: Option<&'static NameRule>,
    pub(super) condition: Option<&'static str>,
}

/// A LOINC code and what it means.
#[derive(Debug)]
pub(super) struct LoincCode {
    code: &'static str,
    pub(super) analyte: &'static Bundled,
    pub(super) variant: Option<u8>,
    pub(super) property: LoincProperty,
    pub(super) specimen: Option<Specimen>,
    pub(super) condition: Option<&'static str>,
}

/// A list of critical limits, with the ids of the analytes that it covers.
#[derive(Debug)]
pub(crate) struct CriticalList {
    pub(crate) name: &'static str,
    pub(crate) covers: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// All meanings of a folded name; those of an ambiguous one stand beside each other.
pub(super) fn meanings(folded: &str) -> &'static [Name] {
    let from = NAMES.partition_point(|name| name.folded < folded);
    let meanings = &NAMES[from..];
    let same = meanings.iter().take_while(|name| name.folded == folded);
    &meanings[..same.count()]
}

/// All folded names, each once.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let meanings = NAMES.chunk_by(|one, next| one.folded == next.folded);
    meanings.filter_map(|meanings| Some(meanings.first()?.folded))
}

/// Everything that settles an ambiguous name, with the analyte that it then means.
pub(super) fn rules() -> impl Iterator<Item = (&'static Bundled, &'static NameRule)> {
    NAMES
        .iter()
        .filter_map(|name| Some((name.analyte, name.rule?)))
}

/// What a LOINC code means.
pub(super) fn coded(code: &str) -> Option<&'static LoincCode> {
    let at = CODES.binary_search_by(|known| known.code.cmp(code)).ok()?;
    CODES.get(at)
}

/// All LOINC codes.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    CODES.iter().map(|known| known.code)
}

/// The analyte with this id.
pub(super) fn with_id(id: &str) -> Option<&'static Bundled> {
    let at = BY_ID.binary_search_by(|known| known.id.cmp(id)).ok()?;
    BY_ID.get(at).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::analyte_files;
    use crate::reference::schema::{AmbiguousName, AnalyteFile, LoincRow};
    use crate::text::fold_name;

    /// The files as they are written, not as the build script wrote them.
    fn files() -> Vec<AnalyteFile> {
        let files = analyte_files().into_iter();
        files
            .map(|(path, text)| toml::from_str(text).expect(&path))
            .collect()
    }

    /// Every part of a file that has names and codes: the analyte, and its variants by place.
    fn parts(file: &AnalyteFile) -> Vec<Part<'_>> {
        let own = Part {
            variant: None,
            own: [&file.id, &file.name],
            names: file.names.values().flatten().collect(),
            ambiguous: &file.ambiguous,
            loinc: &file.loinc,
        };
        let variants = (0..).zip(&file.variants).map(|(i, part)| Part {
            variant: Some(i),
            own: [&part.id, &part.name],
            names: part.names.values().flatten().collect(),
            ambiguous: &part.ambiguous,
            loinc: &part.loinc,
        });
        std::iter::once(own).chain(variants).collect()
    }

    struct Part<'f> {
        variant: Option<u8>,
        own: [&'f String; 2],
        names: Vec<&'f String>,
        ambiguous: &'f [AmbiguousName],
        loinc: &'f [LoincRow],
    }

    fn rule_in_words(units: Vec<&str>, row: (&[Specimen], Vec<String>, &str)) -> String {
        let (specimens, beside, also) = row;
        format!("{units:?} {specimens:?} {beside:?} {also}")
    }

    #[test]
    fn the_index_holds_every_name_of_the_files_and_no_other() {
        let mut listed = BTreeSet::new();
        for file in files() {
            for part in parts(&file) {
                for name in &part.names {
                    listed.insert((fold_name(name), file.id.clone(), part.variant, None));
                }
                for row in part.ambiguous {
                    let units = row.units.iter().map(String::as_str).collect();
                    let beside = row.beside.iter().map(|name| fold_name(name)).collect();
                    let rule = rule_in_words(units, (&row.specimens, beside, &row.also));
                    let name = fold_name(&row.name);
                    listed.insert((name, file.id.clone(), part.variant, Some(rule)));
                }
            }
            // The id and the printed name are names too, where they do not stand among them.
            for part in parts(&file) {
                for name in part.own {
                    let name = fold_name(name);
                    if !listed
                        .iter()
                        .any(|(known, id, ..)| *known == name && *id == file.id)
                    {
                        listed.insert((name, file.id.clone(), part.variant, None));
                    }
                }
            }
        }
        let found = names().flat_map(meanings).map(|name| {
            let rule = name.rule.map(|rule| {
                let units = rule.units.iter().map(|unit| unit.code).collect();
                let beside = rule.beside.iter().map(|name| name.to_string()).collect();
                rule_in_words(units, (rule.specimens, beside, rule.also))
            });
            let id = name.analyte.id.to_string();
            (name.folded.to_string(), id, name.variant, rule)
        });
        let found: Vec<_> = found.collect();
        assert_eq!(found.len(), NAMES.len(), "every meaning is found");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), listed);
    }

    #[test]
    fn a_name_states_the_condition_that_the_files_say() {
        let mut count = 0;
        for file in files() {
            for (condition, names) in &file.conditions {
                for name in names {
                    let mut meanings = meanings(&fold_name(name)).iter();
                    let meaning = meanings.find(|meaning| meaning.analyte.id == file.id);
                    assert_eq!(meaning.and_then(|name| name.condition), Some(&**condition));
                    count += 1;
                }
            }
        }
        assert_eq!(
            NAMES.iter().filter(|name| name.condition.is_some()).count(),
            count
        );
    }

    #[test]
    fn the_index_holds_every_code_of_the_files_and_no_other() {
        let mut count = 0;
        for file in files() {
            for part in parts(&file) {
                for row in part.loinc {
                    let known = coded(&row.code).expect(&row.code);
                    assert_eq!(known.code, row.code);
                    assert_eq!((known.analyte.id, known.variant), (&*file.id, part.variant));
                    assert_eq!(
                        (known.property, known.specimen),
                        (row.property, row.specimen)
                    );
                    assert_eq!(known.condition, row.condition.as_deref(), "{}", row.code);
                    count += 1;
                }
            }
        }
        assert_eq!(codes().count(), count);
        assert!(coded("0-0").is_none() && coded("").is_none());
    }

    #[test]
    fn lists_of_critical_limits_cover_what_the_files_say() {
        let mut listed: BTreeSet<(String, String)> = BTreeSet::new();
        for file in files() {
            for row in &file.critical {
                listed.insert((row.list.clone(), file.id.clone()));
            }
        }
        let lists = CRITICAL_LISTS.iter();
        let covered = lists.flat_map(|list| {
            let covered = list.covers.iter();
            covered.map(|id| (list.name.to_string(), id.to_string()))
        });
        assert_eq!(covered.clone().count(), listed.len());
        assert_eq!(covered.collect::<BTreeSet<_>>(), listed);
    }

    #[test]
    fn analytes_stand_at_their_places_and_are_found_by_id() {
        let files = files();
        assert_eq!(files.len(), ANALYTES.len());
        for (place, (file, bundled)) in files.iter().zip(&ANALYTES).enumerate() {
            assert_eq!((bundled.place as usize, bundled.id), (place, &*file.id));
            let found = with_id(&file.id).expect(&file.id);
            assert!(std::ptr::eq(found, bundled), "{}", file.id);
        }
        assert!(with_id("no_such_analyte").is_none());
    }
}

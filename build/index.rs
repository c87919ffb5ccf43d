//! The analytes and what finds them, as tables of Rust: names and codes in order, so that no start of the program
//! has to put them in order again. What the compiler cannot see is checked here: who owns a name and a code.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::fmt::Write as _;

use crate::schema::{AmbiguousName, AnalyteFile, LoincRow};
use crate::text::fold_name;

/// One meaning of a name.
struct Meaning<'f> {
    analyte: usize,
    variant: Option<usize>,
    rule: Option<&'f AmbiguousName>,
    condition: Option<&'f str>,
}

/// What a code means.
struct Coded<'f> {
    analyte: usize,
    variant: Option<usize>,
    row: &'f LoincRow,
}

#[derive(Default)]
struct Index<'f> {
    names: BTreeMap<String, Vec<Meaning<'f>>>,
    codes: BTreeMap<&'f str, Coded<'f>>,
}

/// The tables of these analytes, whose names are folded, and which are in the order of their places.
pub fn tables(analytes: &[AnalyteFile]) -> Result<String, Box<dyn Error>> {
    let mut index = Index::default();
    for (place, file) in analytes.iter().enumerate() {
        let added = index.add(place, file);
        added.map_err(|problem| {
            format!(
                "reference_ranges/{}/{}.toml: {problem}",
                file.group, file.id
            )
        })?;
    }
    index.check_names(analytes)?;
    let mut text = String::new();
    write_analytes(&mut text, analytes)?;
    index.write_names(&mut text)?;
    index.write_codes(&mut text)?;
    write_critical_lists(&mut text, analytes)?;
    Ok(text)
}

impl<'f> Index<'f> {
    /// Adds what means an analyte or its variants.
    fn add(&mut self, place: usize, file: &'f AnalyteFile) -> Result<(), String> {
        self.add_part(place, None, &file.names, &file.ambiguous, &file.loinc)?;
        for (i, part) in file.variants.iter().enumerate() {
            self.add_part(place, Some(i), &part.names, &part.ambiguous, &part.loinc)?;
        }
        // The id and the printed name are names too.
        let variants = file.variants.iter().enumerate();
        let variants = variants.map(|(i, part)| (&part.id, &part.name, Some(i)));
        for (id, name, variant) in std::iter::once((&file.id, &file.name, None)).chain(variants) {
            for name in [id, name] {
                self.add_name(fold_name(name), place, variant, |known| {
                    known.analyte == place
                });
            }
        }
        // Names that state a condition of collection.
        for (condition, names) in &file.conditions {
            for name in names {
                let meanings = self.names.get_mut(name).into_iter().flatten();
                let meaning = meanings
                    .into_iter()
                    .find(|meaning| meaning.analyte == place)
                    .ok_or_else(|| format!("`{name}` under [conditions] is no name of it"))?;
                meaning.condition = Some(condition);
            }
        }
        Ok(())
    }

    fn add_part(
        &mut self,
        place: usize,
        variant: Option<usize>,
        names: &'f BTreeMap<String, Vec<String>>,
        ambiguous: &'f [AmbiguousName],
        codes: &'f [LoincRow],
    ) -> Result<(), String> {
        for name in names.values().flatten() {
            self.add_name(name.clone(), place, variant, |known| {
                known.analyte == place && known.variant == variant
            });
        }
        for rule in ambiguous {
            self.names
                .entry(rule.name.clone())
                .or_default()
                .push(Meaning {
                    analyte: place,
                    variant,
                    rule: Some(rule),
                    condition: None,
                });
        }
        for row in codes {
            match self.codes.entry(&row.code) {
                Entry::Occupied(known) => {
                    return Err(format!("LOINC code {} is claimed twice", known.key()));
                }
                Entry::Vacant(new) => new.insert(Coded {
                    analyte: place,
                    variant,
                    row,
                }),
            };
        }
        Ok(())
    }

    /// Adds a name that needs nothing to settle it, unless it is known already.
    fn add_name(
        &mut self,
        name: String,
        analyte: usize,
        variant: Option<usize>,
        is_known: impl Fn(&Meaning<'_>) -> bool,
    ) {
        let meanings = self.names.entry(name).or_default();
        if !meanings.iter().any(is_known) {
            meanings.push(Meaning {
                analyte,
                variant,
                rule: None,
                condition: None,
            });
        }
    }

    /// A name without a rule must belong to one analyte alone.
    fn check_names(&self, analytes: &[AnalyteFile]) -> Result<(), String> {
        for (name, meanings) in &self.names {
            if meanings.len() > 1 && meanings.iter().any(|meaning| meaning.rule.is_none()) {
                let ids = meanings
                    .iter()
                    .map(|meaning| &*analytes[meaning.analyte].id);
                let ids: Vec<&str> = ids.collect();
                return Err(format!(
                    "the name `{name}` is claimed by {}; list it under [[ambiguous]] in each of them",
                    ids.join(" and ")
                ));
            }
        }
        Ok(())
    }

    fn write_names(&self, text: &mut String) -> Result<(), Box<dyn Error>> {
        let count: usize = self.names.values().map(Vec::len).sum();
        writeln!(text, "pub(super) static NAMES: [Name; {count}] = [")?;
        for (name, meanings) in &self.names {
            for meaning in meanings {
                let Meaning {
                    analyte, variant, ..
                } = meaning;
                write!(
                    text,
                    "Name {{ folded: {name:?}, analyte: &ANALYTES[{analyte}], variant: {variant:?}, rule: "
                )?;
                match meaning.rule {
                    Some(rule) => write_rule(text, rule)?,
                    None => write!(text, "None")?,
                }
                writeln!(text, ", condition: {:?} }},", meaning.condition)?;
            }
        }
        writeln!(text, "];")?;
        Ok(())
    }

    fn write_codes(&self, text: &mut String) -> Result<(), Box<dyn Error>> {
        let count = self.codes.len();
        writeln!(text, "pub(super) static CODES: [LoincCode; {count}] = [")?;
        for (
            code,
            Coded {
                analyte,
                variant,
                row,
            },
        ) in &self.codes
        {
            let specimen = row
                .specimen
                .map(|specimen| format!("Specimen::{specimen:?}"));
            writeln!(
                text,
                "LoincCode {{ code: {code:?}, analyte: &ANALYTES[{analyte}], variant: {variant:?}, \
                 property: LoincProperty::{:?}, specimen: {}, condition: {:?} }},",
                row.property,
                specimen.map_or("None".to_string(), |specimen| format!("Some({specimen})")),
                row.condition,
            )?;
        }
        writeln!(text, "];")?;
        Ok(())
    }
}

/// The analytes by place, each with the file that the program reads when it is asked for it; and by id.
fn write_analytes(text: &mut String, analytes: &[AnalyteFile]) -> Result<(), Box<dyn Error>> {
    let count = analytes.len();
    writeln!(text, "pub(super) static ANALYTES: [Bundled; {count}] = [")?;
    for (place, AnalyteFile { group, id, .. }) in analytes.iter().enumerate() {
        let bytes =
            format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{group}/{id}.postcard\"))");
        writeln!(text, "Bundled::new({place}, {group:?}, {id:?}, {bytes}),")?;
    }
    writeln!(text, "];")?;
    let by_id: BTreeMap<&str, usize> = analytes
        .iter()
        .enumerate()
        .map(|(place, file)| (file.id.as_str(), place))
        .collect();
    if by_id.len() < count {
        return Err("two analytes have the same id".into());
    }
    writeln!(text, "pub(super) static BY_ID: [&Bundled; {count}] = [")?;
    for place in by_id.values() {
        writeln!(text, "&ANALYTES[{place}],")?;
    }
    writeln!(text, "];")?;
    Ok(())
}

fn write_rule(text: &mut String, rule: &AmbiguousName) -> std::fmt::Result {
    let units = rule.units.iter().map(|code| format!("coded!({code:?})"));
    let specimens = rule.specimens.iter();
    let specimens = specimens.map(|specimen| format!("Specimen::{specimen:?}"));
    write!(
        text,
        "Some(&NameRule {{ units: &[{}], specimens: &[{}], beside: &{:?}, also: {:?} }})",
        units.collect::<Vec<_>>().join(", "),
        specimens.collect::<Vec<_>>().join(", "),
        rule.beside,
        rule.also,
    )
}

/// Every list of critical limits with the ids of the analytes that it covers, by place.
fn write_critical_lists(text: &mut String, analytes: &[AnalyteFile]) -> std::fmt::Result {
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in analytes {
        for row in &file.critical {
            let covered = lists.entry(&row.list).or_default();
            if covered.last() != Some(&file.id.as_str()) {
                covered.push(&file.id);
            }
        }
    }
    let count = lists.len();
    writeln!(
        text,
        "pub(super) static CRITICAL_LISTS: [CriticalList; {count}] = ["
    )?;
    for (name, covers) in lists {
        writeln!(
            text,
            "CriticalList {{ name: {name:?}, covers: &{covers:?} }},"
        )?;
    }
    writeln!(text, "];")
}

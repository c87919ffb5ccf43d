//! Files that state each result twice, each time with a unit of its own.

use super::{Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};

/// Where a row states its result a second time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pair {
    /// OMOP: a number in the unit of a concept, and the source's text in the source's unit. Limits are those of the number.
    Concept {
        number: usize,
        number_unit: Option<usize>,
        source: usize,
        source_unit: Option<usize>,
    },
    /// i2b2: a number with a comparator in the column of texts, or a text; a third column says which.
    Typed {
        number: usize,
        text: usize,
        kind: Option<usize>,
    },
    /// PCORnet: a number, and where there is none the source's result, or a word of a list.
    Raw {
        number: usize,
        raw: Option<usize>,
        raw_unit: Option<usize>,
        word: Option<usize>,
    },
    /// SDTM: beside the result as reported that in standard units, with limits of its own; or the other way around.
    Standard(Standard),
}

/// The columns of results in standard units, or as they were reported, in order of preference.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standard {
    pub(crate) value: Vec<usize>,
    pub(crate) unit: Vec<usize>,
    pub(crate) low: Vec<usize>,
    pub(crate) high: Vec<usize>,
    pub(crate) range: Vec<usize>,
}

impl Pair {
    /// Columns that state the result once more, and have no role.
    pub(crate) fn again(&self) -> Vec<usize> {
        match self {
            Pair::Raw { raw, .. } => raw.iter().copied().collect(),
            Pair::Standard(set) => set.value.clone(),
            Pair::Concept { .. } | Pair::Typed { .. } => Vec::new(),
        }
    }

    /// True if something is taken from a column.
    pub(crate) fn uses(&self, column: usize) -> bool {
        match self {
            Pair::Concept { number, source, .. } => [number, source].contains(&&column),
            Pair::Typed { number, text, kind } => {
                [number, text].contains(&&column) || *kind == Some(column)
            }
            Pair::Raw {
                number,
                raw,
                raw_unit,
                word,
            } => *number == column || [raw, raw_unit, word].contains(&&Some(column)),
            Pair::Standard(set) => [&set.value, &set.unit, &set.low, &set.high, &set.range]
                .iter()
                .any(|columns| columns.contains(&column)),
        }
    }
}

/// The column with a header, folded.
fn headed(seen: &Seen, header: &str) -> Option<usize> {
    let mut headers = seen.headers.iter();
    headers.position(|own| vocabulary::fold(own) == header)
}

impl Columns {
    /// Finds what stands beside the result, by the headers that warehouses give their columns. A layout that names the
    /// result and no more leaves it as it is.
    pub(super) fn add_pair(&mut self, seen: &Seen) {
        self.pair = self
            .concepts(seen)
            .or_else(|| self.typed(seen))
            .or_else(|| self.raw(seen))
            .or_else(|| self.standard(seen));
        let Some(pair) = &self.pair else {
            return;
        };
        for (column, used) in self.uses.iter_mut().enumerate() {
            if used.role.is_none() && pair.uses(column) {
                used.reason = "stands in where the result lacks its number or its unit".to_string();
            }
        }
    }

    /// The columns in standard units, where the results are taken as they were reported, and those as reported, where they are
    /// taken in standard units: many results have no other unit, and state it once.
    fn standard(&self, seen: &Seen) -> Option<Pair> {
        let entry = |column: usize| vocabulary::entry(&seen.headers[column]);
        let value = entry(*self.of(Role::Value).first()?)?;
        let kinds: &[Kind] = match value.kind {
            Kind::Original => &[Kind::Standard],
            Kind::Standard => &[Kind::Original, Kind::Plain],
            _ => return None,
        };
        let is_later = |column: &usize| self.later.iter().any(|(_, later)| later == column);
        let of = |role: Role| -> Vec<usize> {
            let free = (0..seen.headers.len()).filter(|column| self.uses[*column].role.is_none());
            let free = free.filter(|column| !is_later(column));
            let own = free.filter_map(|column| Some((entry(column)?, column)));
            let own = own.filter(|(entry, _)| entry.role == role && kinds.contains(&entry.kind));
            let mut columns: Vec<(usize, usize)> =
                own.map(|(entry, column)| (entry.rank, column)).collect();
            columns.sort_unstable();
            columns.into_iter().map(|(_, column)| column).collect()
        };
        // The only limits are those of either.
        let limits = |role: Role| match of(role) {
            own if own.is_empty() && value.kind == Kind::Standard => {
                let shared = self.of(role).iter().copied();
                let is_plain =
                    |column: &usize| entry(*column).is_some_and(|it| it.kind != value.kind);
                shared.filter(is_plain).collect()
            }
            own => own,
        };
        let set = Standard {
            value: of(Role::Value),
            unit: of(Role::Unit),
            low: limits(Role::Low),
            high: limits(Role::High),
            range: limits(Role::Range),
        };
        (!set.value.is_empty()).then_some(Pair::Standard(set))
    }

    fn typed(&self, seen: &Seen) -> Option<Pair> {
        let number = headed(seen, "nvalnum")?;
        let text = headed(seen, "tvalchar")?;
        let fits = self.of(Role::Value).first() == Some(&number)
            && self.of(Role::Comparator).contains(&text);
        fits.then(|| Pair::Typed {
            number,
            text,
            kind: headed(seen, "valtypecd"),
        })
    }

    fn raw(&self, seen: &Seen) -> Option<Pair> {
        let number = headed(seen, "resultnum")?;
        let (raw, word) = (headed(seen, "rawresult"), headed(seen, "resultqual"));
        let is_first = self.of(Role::Value).first() == Some(&number);
        (is_first && (raw.is_some() || word.is_some())).then(|| Pair::Raw {
            number,
            raw,
            raw_unit: headed(seen, "rawunit"),
            word,
        })
    }

    /// The number and the source's text of OMOP, if the results are these and nothing else.
    fn concepts(&self, seen: &Seen) -> Option<Pair> {
        let at = |role: Role, header: &str| {
            let mut columns = self.of(role).iter().copied();
            columns.find(|column| vocabulary::fold(&seen.headers[*column]) == header)
        };
        if self.of(Role::Value).len() != 2 {
            return None;
        }
        Some(Pair::Concept {
            number: at(Role::Value, "valueasnumber")?,
            number_unit: at(Role::Unit, "unitconceptname"),
            source: at(Role::Value, "valuesourcevalue")?,
            source_unit: at(Role::Unit, "unitsourcevalue"),
        })
    }
}

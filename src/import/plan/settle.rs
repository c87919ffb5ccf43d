//! The plan is settled: by the layout, the headers and the first rows.

use csv::StringRecord;

use super::by_cells::{codes_are_loinc, has_status_letters};
use super::defaults::defaults;
use super::lacks::{lacks_columns, lacks_dates};
use super::reasons::{is_of_rejection, says_of_what};
use super::{Pick, Plan};
use crate::error::Result;
use crate::import::Apart;
use crate::import::around::above::Above;
use crate::import::around::footer;
use crate::import::around::of_whom::{OfWhom, with_panels};
use crate::import::cells::age_and_sex;
use crate::import::cells::asked::Asked;
use crate::import::cells::beyond::Beyond;
use crate::import::cells::flag_signs;
use crate::import::cells::fluid;
use crate::import::cells::pregnant;
use crate::import::cells::sex::SexCells;
use crate::import::cells::status::StatusLetters;
use crate::import::columns::{Columns, Seen, UNKNOWN, are_of_blood_gas, is_of_type};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::import::layout::Shape;
use crate::import::rows::age;
use crate::import::shapes::sheet::{self, Sheet};
use crate::import::shapes::wide::{self, WideColumn};

impl Plan {
    /// Settles the plan, for a header as it stands or, where every row has one cell more, for one
    /// that lacks the first cell, whichever puts numbers under the headers of results.
    pub(crate) fn settle(seen: &Seen) -> Result<Option<Plan>> {
        let plain = Plan::build(seen, false)?;
        let width = seen.headers.len();
        let one_more = !seen.rows.is_empty() && seen.rows.iter().all(|row| row.len() == width + 1);
        let last_filled = seen
            .rows
            .iter()
            .any(|row| row.get(width).is_some_and(|c| !is_blank(c)));
        if !one_more || !last_filled {
            return Ok(plain);
        }
        let headers: Vec<String> = std::iter::once(String::new())
            .chain(seen.headers.iter().cloned())
            .collect();
        let shifted = Plan::build(
            &Seen {
                headers: &headers,
                ..*seen
            },
            true,
        )?;
        let fit = |plan: &Option<Plan>| plan.as_ref().map_or(0, |plan| plan.numbers_in(seen.rows));
        if fit(&shifted) > fit(&plain) || (fit(&shifted) == fit(&plain) && names_rows(seen.rows)) {
            return Ok(shifted);
        }
        Ok(plain)
    }

    fn build(seen: &Seen, shifted: bool) -> Result<Option<Plan>> {
        let stated = seen.layout.and_then(|layout| layout.shape);
        let lists_columns = seen
            .layout
            .is_some_and(|layout| layout.analytes.iter().any(|a| a.column.is_some()));
        let as_long = Columns::find(seen, false)?;
        let is_long = as_long.has(Role::Value)
            && (as_long.has(Role::Name) || as_long.has(Role::Code) || as_long.has(Role::Loinc));
        let mut shape = match stated {
            Some(shape) => shape,
            None if lists_columns => Shape::Wide,
            None if is_long => Shape::Long,
            None => Shape::Wide,
        };
        let mut sheet = Sheet::default();
        let (mut columns, wide, head_rows) = match shape {
            Shape::Long if !is_long => return Err(lacks_columns(seen, &as_long)),
            Shape::Long => (as_long, Vec::new(), 0),
            Shape::Cumulative => {
                let Some((columns, found)) = sheet::find(seen, as_long, true) else {
                    return Err(lacks_dates(seen));
                };
                sheet = found;
                (columns, Vec::new(), 0)
            }
            Shape::Wide => {
                let mut columns = Columns::find(seen, true)?;
                columns.retain("one row holds many results", Role::is_of_the_row);
                // Whether somebody is, or a sample: one word of a person is not known, and named as such.
                columns.leave(UNKNOWN, Role::Standing, |at| {
                    vocabulary::fold(&seen.headers[at]) != "suspect"
                });
                columns.leave("may be one of anything", Role::Reason, |at| {
                    says_of_what(&seen.headers[at])
                });
                let mut wide = wide::find(seen, &columns)?;
                // One column of results says of what and in which unit they are, beside one that says whose.
                let is_told = |column: &WideColumn| {
                    let header = &seen.headers[column.value];
                    column.unit_column.is_some()
                        || header_unit::split_known(header, seen.known)
                            .is_some_and(|(_, unit)| !unit.is_empty())
                };
                let is_single = columns.has(Role::Patient) && wide.iter().any(is_told);
                let enough = match stated.is_some() || lists_columns || is_single {
                    true => 1,
                    false => 2,
                };
                if enough <= wide.len() {
                    let head_rows = wide::head::take(seen, &mut wide);
                    (columns, wide, head_rows)
                } else {
                    let is_open = stated.is_none() && !lists_columns;
                    let found = sheet::find(seen, as_long, false).filter(|_| is_open);
                    let Some((columns, found)) = found else {
                        return Ok(None);
                    };
                    (shape, sheet) = (Shape::Cumulative, found);
                    (columns, Vec::new(), 0)
                }
            }
        };
        let standing = columns.of(Role::Standing).iter();
        let standing = standing.map(|at| (*at, Columns::standing_of(seen, *at)));
        let standing = standing.filter(|(at, standing)| {
            shape != Shape::Wide || standing.is_of_the_row(&seen.headers[*at])
        });
        let standing = with_panels(seen, &columns, standing.collect());
        let alarms = columns
            .of(Role::SpecimenCondition)
            .iter()
            .copied()
            .filter(|at| {
                vocabulary::entry(&seen.headers[*at]).is_some_and(|entry| entry.kind == Kind::Alarm)
            });
        let alarms = alarms.collect();
        let flags = columns.of(Role::Flag).iter();
        let flags = flags.map(|at| (*at, Asked::of(&seen.headers[*at])));
        let flags: Vec<_> = flags.collect();
        let comparators = columns.of(Role::Comparator).iter();
        let comparators = comparators.map(|at| (*at, Beyond::of(&seen.headers[*at])));
        let mut comparators: Vec<(usize, Beyond)> = comparators.collect();
        // Signs go before answers.
        comparators.sort_by_key(|(_, asks)| *asks);
        if comparators.iter().all(|(_, asks)| *asks == Beyond::Nothing) {
            comparators.clear();
        }
        let points = columns.of(Role::Category).iter().copied();
        let points = points.filter(|at| fluid::is_of_point(&seen.headers[*at]));
        let points: Vec<usize> = points.collect();
        // Another name of the test may say the fluid: what was ordered, a long name.
        let names = columns.of(Role::Name).iter().skip(1);
        let mut categories: Vec<usize> = columns
            .of(Role::Category)
            .iter()
            .chain(names)
            .copied()
            .filter(|at| !points.contains(at))
            .collect();
        if categories.len() < 2 && columns.of(Role::Category).len() == categories.len() {
            categories.clear();
        }
        let is_gas = |column: &WideColumn| {
            let name = vocabulary::fold(&column.name);
            ["pco2", "po2", "pao2", "paco2", "pvco2"].contains(&name.as_str())
        };
        let is_blood_gas =
            shape == Shape::Wide && (wide.iter().any(is_gas) || are_of_blood_gas(seen.headers));
        let mut drawn = columns.drawn.clone();
        if is_blood_gas {
            drawn.extend((0..seen.headers.len()).filter(|at| is_of_type(&seen.headers[*at])));
        }
        let containers = columns.of(Role::Specimen).iter().copied();
        let containers = containers.filter(|at| fluid::is_of_container(&seen.headers[*at]));
        let containers = containers.collect();
        let letters_are_statuses = shape == Shape::Wide && has_status_letters(seen, &columns);
        let is_standardized = shape == Shape::Wide && wide::is_standardized(seen, &wide);
        let condition_is_trimester = pregnant::is_trimester(seen, columns.of(Role::Condition));
        let pregnancy_is_code = pregnant::is_code(seen, columns.of(Role::Pregnancy));
        let age_unit = age::unit_where_none_stands(seen, &columns);
        let of_wide = wide.iter().filter_map(|column| column.flag_column);
        let of_flags = flags.iter().map(|(at, _)| *at).chain(of_wide);
        let dashes = flag_signs::dashes(seen, of_flags);
        let ranges = columns.of(Role::Range).iter().copied();
        let range_with_unit = ranges.filter(|at| vocabulary::ends_with_units(&seen.headers[*at]));
        let range_with_unit = range_with_unit.collect();
        let mut reasons = columns.of(Role::Reason).iter();
        let reason_is_of_rejection = reasons.any(|at| is_of_rejection(&seen.headers[*at]));
        let age_and_sex = age_and_sex::column(seen, &mut columns);
        let picks = Role::ALL
            .iter()
            .map(|role| Pick::new(*role, columns.of(*role), seen));
        Ok(Some(Plan {
            shape,
            conditions: columns.conditions(seen),
            patient_stands_first: footer::stands_first(&columns, shape),
            headers: seen.headers.to_vec(),
            shifted,
            picks: picks.collect(),
            age_and_sex,
            sex: SexCells::of(seen, columns.of(Role::Sex)),
            of_whom: OfWhom::of(seen, &columns),
            status_letters: StatusLetters::of(seen, columns.of(Role::Status)),
            perhaps_loinc: columns.perhaps_loinc || codes_are_loinc(seen, &columns),
            hemolysis: columns.hemolysis,
            containers,
            drawn,
            reason_is_of_rejection,
            suspects: columns.suspects,
            faults: columns.faults,
            controls: columns.controls,
            letters_are_statuses,
            condition_is_trimester,
            pregnancy_is_code,
            standing,
            dashes,
            flags,
            comparators,
            alarms,
            categories,
            points,
            is_standardized,
            name_with_unit: columns.name_with_unit,
            range_with_unit,
            limits_by_sex: columns.limits_by_sex,
            perhaps_limits: match shape {
                Shape::Long => columns.perhaps_limits,
                _ => Vec::new(),
            },
            limits_are_told: shape == Shape::Long && columns.limits_are_told,
            later: columns.later,
            pair: columns.pair.filter(|_| shape == Shape::Long),
            patient_is_stay: columns.patient_is_stay,
            given_name: columns.given_name,
            age_unit,
            age_parts: columns.age_parts,
            defaults: defaults(shape, seen.layout),
            identifiers: columns.identifiers,
            uses: columns.uses,
            wide,
            sheet,
            head_rows,
            zero_is_none: false,
            time_unread: false,
            apart: Apart::default(),
            is_blood_gas,
            above: Above::default(),
        }))
    }

    /// Cells under the headers of results that begin like a number.
    fn numbers_in(&self, rows: &[StringRecord]) -> usize {
        let columns = self.value_columns();
        rows.iter()
            .flat_map(|row| columns.iter().filter_map(|at| row.get(*at)))
            .filter(|cell| begins_like_number(cell))
            .count()
    }
}

/// True if the first cells of the rows are all different, as names of rows are.
fn names_rows(rows: &[StringRecord]) -> bool {
    let mut seen = std::collections::HashSet::new();
    rows.iter().all(|row| seen.insert(row.get(0).unwrap_or("")))
}

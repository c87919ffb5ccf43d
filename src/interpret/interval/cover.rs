//! Which rows hold for a person, and whether they leave a sex or an age open.

use crate::age::{Age, AgePoint};
use crate::notice::Code;
use crate::person::{Person, Sex};
use crate::reference::Interval;

/// The rows that could apply to the person, if together they leave no sex and no age open.
pub(super) fn cover<'c>(rows: &[&'c Interval], person: Person) -> Result<Vec<&'c Interval>, Code> {
    let sexes: &[Sex] = match person.sex {
        Sex::Unknown => &[Sex::Female, Sex::Male],
        ref known => std::slice::from_ref(known),
    };
    let mut possible: Vec<&Interval> = Vec::new();
    for sex in sexes {
        let mut of_sex: Vec<&Interval> = rows
            .iter()
            .copied()
            .filter(|row| row.sex.is_none_or(|needed| needed == *sex))
            .filter(|row| {
                fits(
                    row,
                    Person {
                        sex: *sex,
                        age: person.age,
                    },
                ) != Some(false)
            })
            .collect();
        of_sex.sort_by(|a, b| a.from.days().total_cmp(&b.from.days()));
        covers_age(&of_sex, person).map_err(|code| {
            if code == Code::NoInterval && person.sex == Sex::Unknown && !rows.is_empty() {
                // Perhaps only one sex has an interval here.
                let other = rows.iter().any(|row| row.sex.is_some_and(|s| s != *sex));
                if other { Code::SexMissing } else { code }
            } else {
                code
            }
        })?;
        for row in of_sex {
            if !possible.iter().any(|known| std::ptr::eq(*known, row)) {
                possible.push(row);
            }
        }
    }
    Ok(possible)
}

/// Do the rows, in order of age, cover every age that the person may have?
fn covers_age(rows: &[&Interval], person: Person) -> Result<(), Code> {
    let missing = if person.age == Age::Unknown {
        Code::AgeMissing
    } else {
        Code::NoInterval
    };
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        // No row at all: if the age is unknown, that is not what is missing.
        return Err(Code::NoInterval);
    };
    if person.age.reached(first.from) != Some(true) {
        return Err(uncertain(missing));
    }
    let ends: Vec<Option<AgePoint>> = rows.iter().map(|row| row.below).collect();
    for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
        if row.below.is_some_and(|end| end.days() < next.from.days()) {
            return Err(uncertain(missing));
        }
    }
    let open = ends.iter().any(Option::is_none);
    if !open
        && last
            .below
            .is_some_and(|end| person.age.reached(end) != Some(false))
    {
        return Err(uncertain(missing));
    }
    Ok(())
}

/// An age that is known, but not well enough for these rows, is missing all the same.
fn uncertain(code: Code) -> Code {
    match code {
        Code::NoInterval => Code::AgeMissing,
        other => other,
    }
}

/// Does a row hold for the person? `None` if that depends on what is not known.
pub(super) fn fits(row: &Interval, person: Person) -> Option<bool> {
    let sex = match (row.sex, person.sex) {
        (None, _) => Some(true),
        (Some(_), Sex::Unknown) => None,
        (Some(needed), sex) => Some(needed == sex),
    };
    let old_enough = person.age.reached(row.from);
    let young_enough = match row.below {
        None => Some(true),
        Some(end) => person.age.reached(end).map(|reached| !reached),
    };
    let all = [sex, old_enough, young_enough];
    if all.contains(&Some(false)) {
        Some(false)
    } else if all.contains(&None) {
        None
    } else {
        Some(true)
    }
}

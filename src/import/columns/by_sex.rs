//! Printed limits in a column for each sex: "Normal Range (Male)", `female_low`.

use super::cells::are_intervals;
use super::{ColumnUse, Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::person::Sex;

/// A column with limits of one sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LimitsOfSex {
    pub(crate) column: usize,
    pub(crate) role: Role,
    pub(crate) sex: Sex,
}

impl Columns {
    /// Finds them, where both sexes have some. They go before limits for all.
    pub(super) fn find_limits_by_sex(&mut self, seen: &Seen) {
        let found = seen
            .headers
            .iter()
            .enumerate()
            .filter_map(|(column, header)| {
                let (role, sex) =
                    limit_of_sex(header).or_else(|| self.intervals_of_sex(seen, column))?;
                Some(LimitsOfSex { column, role, sex })
            });
        let found: Vec<LimitsOfSex> = found.collect();
        let of = |sex: Sex| found.iter().any(|limits| limits.sex == sex);
        if !of(Sex::Female) || !of(Sex::Male) {
            return;
        }
        for limits in &found {
            self.uses[limits.column] = ColumnUse {
                role: Some(limits.role),
                reason: format!("of a patient who is {}", limits.sex.as_str()),
            };
        }
        self.limits_by_sex = found;
    }

    /// A header that is nothing but a sex, above intervals: "Men", "Frauen".
    fn intervals_of_sex(&self, seen: &Seen, column: usize) -> Option<(Role, Sex)> {
        let sex = of_word(seen.headers[column].trim());
        let is_one = sex != Sex::Unknown
            && self.uses[column].role.is_none()
            && are_intervals(seen.rows, column);
        is_one.then_some((Role::Range, sex))
    }
}

/// A sex, or several people of it.
fn of_word(word: &str) -> Sex {
    match Sex::read(word) {
        Sex::Unknown if vocabulary::is_among(word, WOMEN) => Sex::Female,
        Sex::Unknown if vocabulary::is_among(word, MEN) => Sex::Male,
        sex => sex,
    }
}

/// Headers of limits are of several people, folded.
const WOMEN: &str = "women females frauen femmes mujeres mulheres donne femmine vrouwen kvinnor kvinner kvinder kobiety zeny kadinlar \
    naiset женщины жінки";
const MEN: &str = "men males manner hommes hombres varones homens uomini maschi mannen man menn maend mezczyzni muzi erkekler miehet \
    мужчины чоловіки";

/// Which limit a header is, and of whom: a word or a letter for a sex beside words for a limit.
fn limit_of_sex(header: &str) -> Option<(Role, Sex)> {
    let words = header.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_sex = |word: &&&str| of_word(word) != Sex::Unknown;
    let mut sexes = words.iter().filter(is_sex);
    let (sex, None) = (of_word(sexes.next()?), sexes.next()) else {
        return None;
    };
    let rest: Vec<&str> = words.iter().filter(|word| !is_sex(word)).copied().collect();
    let rest = rest.join(" ");
    let entry = vocabulary::entry(&rest)?;
    let is_limit = [Role::Low, Role::High, Role::Range].contains(&entry.role);
    is_limit.then_some((entry.role, sex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_one_sex() {
        for (header, expected) in [
            ("Normal Range (Male)", Some((Role::Range, Sex::Male))),
            ("normal_range_female", Some((Role::Range, Sex::Female))),
            ("Male Low", Some((Role::Low, Sex::Male))),
            ("Female High", Some((Role::High, Sex::Female))),
            ("min_male", Some((Role::Low, Sex::Male))),
            ("Reference range woman", Some((Role::Range, Sex::Female))),
            ("Range male female", None),
            ("Male", None),
            ("Male count", None),
            ("Normal range", None),
            ("Normal (M)", Some((Role::Range, Sex::Male))),
            ("Ref_F", Some((Role::Range, Sex::Female))),
            ("Norm Frauen", Some((Role::Range, Sex::Female))),
            ("Normal values men", Some((Role::Range, Sex::Male))),
            ("Normal range M/F", None),
        ] {
            assert_eq!(limit_of_sex(header), expected, "{header}");
        }
    }
}

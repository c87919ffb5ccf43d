//! What a judgement asks of a person, so that an answer can be given again to everyone of whom all
//! questions have the same answers.
//!
//! Of an age nothing is ever asked but whether it has reached a point. The points are those of the
//! intervals and critical limits of the analyte; an interval printed on the report leaves only the
//! critical limits, and whether the bundled intervals are of this age at all (`printed_unit`). Beside a word
//! for a pregnancy everything is asked, and where the run says it of everybody: it is of no man and of no small child.

use crate::age::{Age, AgePoint};
use crate::interpretation::{Interpretation, RangeSource};
use crate::person::{ADULT, PersonReading, Sex};
use crate::reference::Analyte;
use crate::rules::Rules;
use crate::value::interval;

/// Questions about a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    sex: bool,
    ages: Vec<AgePoint>,
}

/// Everyone of whom some questions have the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PersonClass(u128);

/// Points that fit into a class.
const POINTS: usize = 60;

impl Asked {
    fn add(&mut self, point: AgePoint) {
        if !self.ages.contains(&point) {
            self.ages.push(point);
        }
    }

    /// The class of a person; none where there are too many questions to write the answers down.
    pub(crate) fn class(&self, who: &PersonReading) -> Option<PersonClass> {
        if POINTS < self.ages.len() {
            return None;
        }
        let age = who.person.age;
        let mut answers: u128 = 1;
        let mut answer = |bit: bool| answers = (answers << 1) | u128::from(bit);
        answer(who.date_ambiguous);
        answer(who.date_unreadable);
        answer(who.may_be_child);
        answer(who.sex_unread);
        answer(age == Age::Unknown);
        answer(self.sex && who.person.sex == Sex::Female);
        answer(self.sex && who.person.sex == Sex::Male);
        for point in &self.ages {
            let reached = age.reached(*point);
            answer(reached == Some(true));
            answer(reached == Some(false));
        }
        Some(PersonClass(answers))
    }
}

impl Rules {
    /// What is asked where the interval printed on the report judges a result of this analyte.
    pub(crate) fn asked_beside_printed(&self, analyte: Option<&Analyte>) -> Asked {
        let mut asked = Asked::default();
        // Everything that looks at a whole panel asks who is a child.
        asked.add(ADULT);
        let Some(analyte) = analyte else {
            return asked;
        };
        for row in &analyte.intervals {
            asked.add(row.from);
            row.below.into_iter().for_each(|below| asked.add(below));
        }
        let list = &self.options.critical_list;
        for row in analyte.critical.iter().filter(|row| row.list == *list) {
            asked.sex |= row.sex.is_some();
            for point in [row.from, row.below].into_iter().flatten() {
                asked.add(point);
            }
        }
        asked
    }

    /// True of a result that its printed interval judged, whoever it is of: what is asked beside one is all that was.
    pub(crate) fn is_by_printed_alone(&self, result: &Interpretation<'_>) -> bool {
        let source = result.limits.as_ref().map(|limits| limits.source);
        let row = &result.observation;
        source == Some(RangeSource::Report)
            && !interval::differs_by_person(row)
            && !self.holds_pregnancy()
            && !self.condition_words.may_be_pregnancy(row)
    }

    /// Everything that may be asked for a result of this analyte.
    pub(crate) fn asked(&self, analyte: Option<&Analyte>) -> Asked {
        let mut asked = self.asked_beside_printed(analyte);
        // A printed interval may be for one sex, whatever was measured.
        asked.sex = true;
        let child_below = self.condition_words.child_below();
        child_below.into_iter().for_each(|age| asked.add(age));
        let Some(analyte) = analyte else {
            return asked;
        };
        let own = self.lab.get(&analyte.id).into_iter().flatten();
        for row in analyte.intervals.iter().chain(own) {
            for point in [Some(row.from), row.below].into_iter().flatten() {
                asked.add(point);
            }
        }
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::interpret::person_of;
    use crate::observation::Observation;
    use crate::quality::SampleQuality;

    const AGES: &[&str] = &[
        "", "0 d", "6 d", "27 d", "28 d", "2 mo", "6 mo", "11 mo", "1", "2", "5", "10", "12", "14",
        "15", "16", "17", "18", "19", "30", "49", "50", "51", "60", "65", "66", "70", "80", "90",
        ">89", "6.5", "> 10",
    ];

    /// Judges a result of everyone: whoever is of one class gets one answer.
    #[track_caller]
    fn check(rules: &Rules, analyte: &Analyte, range: &str, pregnancy: &str) {
        let (beside_printed, asked) = (
            rules.asked_beside_printed(Some(analyte)),
            rules.asked(Some(analyte)),
        );
        let mut answers: Vec<(bool, PersonClass, String)> = Vec::new();
        for age in AGES {
            for sex in ["F", "M", ""] {
                let row = Observation {
                    name: &analyte.name,
                    value: "5",
                    unit: analyte.unit.code,
                    range,
                    sex,
                    age,
                    pregnancy,
                    ..Observation::default()
                };
                let reading = rules.read(&row);
                let resolution = rules.resolver().resolve(&row, reading.unit);
                let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
                let printed = rules.is_by_printed_alone(&result);
                let asked = if printed { &beside_printed } else { &asked };
                let limits = result.limits.as_ref();
                let answer = format!(
                    "{:?} {:?} {:?} {:?}",
                    result.flag,
                    result.usability,
                    result.notices.codes(),
                    limits.map(|limits| (limits.low, limits.high, limits.unit)),
                );
                let Some(class) = asked.class(&person_of(&row)) else {
                    continue;
                };
                let same =
                    |(by, of, _): &&(bool, PersonClass, String)| (*by, *of) == (printed, class);
                match answers.iter().find(same) {
                    Some((.., known)) => {
                        assert_eq!(
                            *known, answer,
                            "{} {range:?} {pregnancy:?}: {sex:?} {age:?}",
                            analyte.id
                        )
                    }
                    None => answers.push((printed, class, answer)),
                }
            }
        }
    }

    #[test]
    fn whoever_is_of_one_class_gets_one_answer() {
        for (profile, list, of_run) in [
            ("us", "rcpath-2017", None),
            ("uk", "homerton", None),
            ("us", "rcpath-2017", Some("pregnancy")),
        ] {
            let rules = Rules::bundled(Options {
                profile: profile.to_string(),
                critical_list: list.to_string(),
                conditions: of_run.into_iter().map(str::to_string).collect(),
                ..Options::default()
            })
            .expect("bundled data");
            for analyte in rules.catalog().analytes() {
                for (range, pregnancy) in [("", ""), ("3-9", ""), ("", "yes"), ("3-9", "yes")] {
                    check(&rules, analyte, range, pregnancy);
                }
            }
        }
    }
}

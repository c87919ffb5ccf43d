//! The grade of a result, with the criteria it meets or the reason why there is none.

use serde::Serialize;

use crate::grade::{Criterion, Grade, Outcome};

/// Null where no scheme was asked for.
#[derive(Serialize)]
pub(super) struct GradeRow<'a> {
    scheme: &'a str,
    grade: Option<String>,
    term: Option<&'a str>,
    direction: Option<&'a str>,
    criteria: Vec<CriterionRow<'a>>,
    baseline_assumed_normal: bool,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct CriterionRow<'a> {
    grade: &'a str,
    criterion: &'a str,
    symptoms: Option<&'a str>,
}

impl<'a> GradeRow<'a> {
    pub(super) fn of(grade: &'a Grade<'a>) -> GradeRow<'a> {
        let (met, reason): (&[&Criterion], _) = match &grade.outcome {
            Outcome::Met(criteria) => (criteria, None),
            Outcome::NoneMet => (&[], None),
            Outcome::NotGraded(why) => (&[], Some(why.as_str())),
        };
        GradeRow {
            scheme: grade.scheme,
            grade: Some(grade.shown()).filter(|shown| !shown.is_empty()),
            term: met.last().map(|criterion| criterion.term.as_str()),
            direction: met
                .last()
                .and_then(|criterion| criterion.direction.as_deref()),
            criteria: met
                .iter()
                .map(|criterion| CriterionRow {
                    grade: &criterion.grade,
                    criterion: &criterion.text,
                    symptoms: criterion.symptoms.as_deref(),
                })
                .collect(),
            baseline_assumed_normal: grade.baseline_assumed,
            reason,
        }
    }
}

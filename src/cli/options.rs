//! What a run was told besides its files: as its output names it, so that it can be made again.

use serumcheck::derive::DeriveOptions;
use serumcheck::import::DateOrder;
use serumcheck::person::Sex;

use super::args::{Egfr, ImportArgs, JudgementArgs};

/// The options that were given and change what is printed: name and value, `true` for one without. `derives` is the
/// choice for derived values, where there are any.
pub fn given(
    judgement: &JudgementArgs,
    import: &ImportArgs,
    derives: Option<&DeriveOptions>,
) -> Vec<(&'static str, String)> {
    let yes = |given: bool| given.then(|| "true".to_string());
    let number = |value: Option<f64>| {
        value
            .filter(|_| derives.is_some())
            .map(|value| value.to_string())
    };
    let order = import
        .date_order
        .map(|order| DateOrder::from(order).as_str().to_string());
    let condition = &judgement.condition;
    [
        ("adults", yes(judgement.adults)),
        (
            "condition",
            (!condition.is_empty()).then(|| condition.join(",")),
        ),
        (
            "sex",
            judgement.sex.map(|sex| Sex::from(sex).as_str().to_string()),
        ),
        ("age", judgement.age.clone()),
        ("date-order", order),
        ("changes", yes(judgement.changes)),
        (
            "index-platform",
            judgement
                .index_platform
                .map(|family| family.as_str().to_string()),
        ),
        ("grade", judgement.grade.clone()),
        (
            "egfr",
            (derives.is_some() && judgement.egfr == Egfr::CkdEpi2009).then(|| "2009".to_string()),
        ),
        ("calcium-slope", number(judgement.calcium_slope)),
        ("calcium-albumin", number(judgement.calcium_albumin)),
        ("weight", number(judgement.weight)),
        ("height", number(judgement.height)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

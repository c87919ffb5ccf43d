//! `serumcheck review`: exports in, one review of a work-up per patient out.

use std::collections::BTreeSet;

use serumcheck::error::{Error, Result};
use serumcheck::interpret::Rules;
use serumcheck::preop::{Patient, Provenance};
use serumcheck::report;
use serumcheck::workup::sheet::Standing;
use serumcheck::workup::{self, Review, Workup};

use super::args::{ReviewArgs, ReviewCondition};
use super::{Answer, Outcome, session, sheets};

pub fn run(args: &ReviewArgs) -> Answer {
    if args.example_workup {
        Workup::bundled(name(args)?, serumcheck::reference::Catalog::bundled()?)?;
        session::print(Workup::bundled_text(name(args)?))?;
        return Ok(Outcome::Worked);
    }
    let rules = session::rules_deriving(&args.judgement, &BTreeSet::new())?;
    let workup = workup(args, rules)?;
    let exports = session::open(&args.files, &args.import, rules)?;
    let inputs: Vec<_> = args.files.iter().chain(&args.workup).cloned().collect();
    let said = (&args.import, &args.judgement);
    let mut out = session::output(args.output.as_deref(), &inputs, said)?;
    let mut patients = sheets::gather(rules, &exports)?;
    if patients.is_empty() {
        // An export without a single row: a sheet that says so, not an empty page.
        patients.push(Patient::without_results(""));
    }
    let now = jiff::Zoned::now();
    let today = args.today.unwrap_or(now.date());
    let reviews: Vec<Review> = patients
        .iter()
        .map(|patient| workup::review(&workup, patient, today, rules.catalog()))
        .collect();
    let head = workup.head();
    let provenance = Provenance {
        policy: format!("{} {}", head.id, head.version),
        policy_title: head.title.clone(),
        policy_owner: head.owner.clone(),
        policy_is_example: head.example,
        policy_digest: sheets::digest(workup.text()),
        when: match args.today {
            Some(day) => day.to_string(),
            None => now.strftime("%Y-%m-%d %H:%M").to_string(),
        },
        ..sheets::provenance(
            &args.files,
            (&args.import, &args.judgement),
            rules,
            |text| workup.tells(text),
        )?
    };
    let style = sheets::style(args.output.is_none(), args.color);
    report::sheet::write_reviews(args.to, &mut out, &reviews, head, &provenance, style)?;
    out.commit()?;
    let met = args
        .fail_on
        .iter()
        .any(|condition| reviews.iter().any(|review| is_met(*condition, review)));
    Ok(if met {
        Outcome::ConditionMet
    } else {
        Outcome::Worked
    })
}

fn name(args: &ReviewArgs) -> Result<&str> {
    args.name.as_deref().ok_or_else(|| {
        Error::new(
            "",
            "which work-up?",
            format!("add --for {}", Workup::known().join("|")),
        )
    })
}

/// The clinic's own, or a bundled one.
fn workup(args: &ReviewArgs, rules: &Rules) -> Result<Workup> {
    let Some(path) = &args.workup else {
        return Workup::bundled(name(args)?, rules.catalog());
    };
    let (label, text) = sheets::read(path)?;
    let workup = Workup::parse(&label, &text, rules.catalog())?;
    match &args.name {
        Some(name) if *name != workup.head().id => Err(Error::new(
            label,
            format!("this work-up is {:?}, not {name:?}", workup.head().id),
            "leave --for out, or name the one that is meant",
        )),
        _ => Ok(workup),
    }
}

fn is_met(condition: ReviewCondition, review: &Review) -> bool {
    let has = |standing| review.lines().any(|line| line.state == standing);
    let core = review.counts.core;
    match condition {
        ReviewCondition::Critical => {
            !review.critical.is_empty() || !review.critical_in_doubt.is_empty()
        }
        ReviewCondition::Abnormal => has(Standing::Abnormal) || has(Standing::Critical),
        // Nobody orders every optional test: what is missing of the core counts.
        ReviewCondition::Missing => 0 < core.missing + core.no_result,
        ReviewCondition::Unusable => {
            has(Standing::Unusable) || !review.critical_in_doubt.is_empty()
        }
    }
}

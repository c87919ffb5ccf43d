//! `serumcheck convert`: a value in another unit, with the factor and its origin.

use serumcheck::convert::{self, Request};
use serumcheck::interpret::{Options, Rules};

use super::args::ConvertArgs;
use super::{Answer, Outcome, session};

pub fn run(args: &ConvertArgs) -> Answer {
    let rules = Rules::bundled(Options::default())?;
    let request = Request::read(&rules, &args.words)?;
    let unit = args
        .to
        .as_deref()
        .map(|text| convert::target(&rules, &request, text))
        .transpose()?;
    let converted = convert::convert(rules.catalog(), &request, unit)?;
    session::print(&convert::print(
        rules.catalog(),
        &request,
        &converted,
        unit.is_some(),
    ))?;
    Ok(Outcome::Worked)
}

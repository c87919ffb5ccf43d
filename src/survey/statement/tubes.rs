//! Of which tubes of its sample a row speaks.

use super::of_tube::is_of_indices;
use crate::interpret::Rules;
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::SampleHemolysis;
use crate::quality::evidence::Statement;
use crate::resolve::Resolution;
use crate::sample::Tube;

/// What a row says of tubes of its sample: of the one in which it was measured, since a word about a blood gas says nothing of the
/// serum drawn at the same time. A row of no test that names no specimen ("Clotted,yes", a comment of its own) tells no tube: a
/// fault that it states may be any one's; indices are of serum. And what a column says of hemolysis beside a count, whose specimen
/// is not named either, was seen in serum: in whole blood nobody sees it.
pub(crate) fn of_tubes(
    rules: &Rules,
    said: Statement,
    row: &Observation<'_>,
    resolution: &Resolution<'_>,
) -> Vec<(Tube, Statement)> {
    let own = Tube::of(resolution.specimen);
    let faults = Statement {
        said: said.said,
        besides: said.besides,
        ..Statement::default()
    };
    let hemolysis = Statement {
        hemolysis: said.hemolysis.filter(SampleHemolysis::is_suspect),
        ..Statement::default()
    };
    let may_be_index =
        resolution.codes.contains(&Code::AnalyteAmbiguous) || is_of_indices(rules, row.name);
    let of_others = |tube: Tube| match (resolution.analyte, own) {
        _ if tube == own => said.of_tube(own),
        _ if resolution.specimen_stated => Statement::default(),
        (None, _) if !may_be_index => faults.of_tube(tube),
        (Some(_), Tube::WholeBlood)
            if tube == Tube::Serum && !row.specimen_condition.is_empty() =>
        {
            hemolysis
        }
        _ => Statement::default(),
    };
    let tubes = Tube::ALL.map(|tube| (tube, of_others(tube)));
    let says = |(_, said): &(Tube, Statement)| !said.is_empty();
    tubes.into_iter().filter(says).collect()
}

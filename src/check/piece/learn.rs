//! What was written of a row, remembered for rows that say the same.

use super::Desk;
use crate::check::answers::{self, Answer};
use crate::check::common::Worded;
use crate::check::row::Judged;
use crate::check::told::Dates;
use crate::check::touches;
use crate::check::written::Shown;
use crate::derive::Offer;
use crate::interpret::person_of;
use crate::interpretation::Interpretation;
use crate::memory::Said;
use crate::observation::Observation;
use crate::report::{Head, Places, Scribe};
use crate::sample::{Grouped, Tube};

impl<'r> Desk<'r> {
    /// Remembers what was written, from `before` on with these places, of a row that nothing repeats.
    pub(super) fn learn(
        &mut self,
        (said, wording): (Said, usize),
        judged: &mut Judged<'_, 'r>,
        grouped: Grouped,
        (before, places): (usize, Option<&Places>),
    ) {
        let result = &judged.result;
        let row = &result.observation;
        let (rules, scribe) = (self.job.rules, &mut self.scribe);
        let generation = self.noted.generation;
        let find = || Worded::of(rules, scribe, row, &judged.resolution);
        let Some(worded) = self.worded.get_or_find(generation, wording, find) else {
            return;
        };
        let evidence = &self.survey.evidence;
        let kind = grouped.panel().and_then(|panel| evidence.kind_of(panel));
        let kind = kind.filter(|_| worded.tube == Tube::Serum);
        let touch = if judged.harmless {
            touches::NONE
        } else {
            let Some(kind) = kind.filter(|_| judged.adds_nothing) else {
                return;
            };
            let quality = &evidence.kinds()[kind];
            let touch = self.touches.of(rules, worded.place, kind, quality);
            if result.critical.is_some() && self.touches.depends_on_value(touch) {
                return;
            }
            touch
        };
        let by_printed = rules.is_by_printed_alone(result);
        let asked = (&worded.beside_printed, &worded.asked);
        let Some(whom) = self.classes.whom(by_printed, &person_of(row), asked) else {
            return;
        };
        let line = &self.piece.written[..];
        let conversion = judged.resolution.conversion;
        let number = said
            .is_by_band()
            .then(|| conversion.filter(|_| result.canonical.is_some()));
        let shown = match places {
            None => Some(Shown::nothing()),
            Some(places) => {
                let start = how_it_begins(scribe, &self.label, worded, row);
                let spoken = self.spoken.written(kind, evidence.kinds(), scribe);
                let [hemolysis, quality] = places.sample.clone();
                // Only what would be written in the same places again is left out.
                let is_so = start.is_some_and(|start| start == line[before..places.behind_name])
                    && [&line[hemolysis], &line[quality]] == [&spoken[0][..], &spoken[1]]
                    && (number.is_none() || stands_there(result, places, scribe, line));
                is_so
                    .then(|| Shown::cut(line, places, number, &self.common.parts))
                    .flatten()
            }
        };
        let Some(shown) = shown else {
            return;
        };
        let dates = Dates::of(result);
        let offer = match &mut self.wanted {
            Some(wanted) => wanted.offer(result, &judged.resolution),
            None => Offer::Nothing,
        };
        let answer = Answer {
            whom,
            touch,
            speaks: judged.speaks,
            counts: self.counts.place(&mut judged.result),
            dates,
            offer: None,
        };
        let told = answers::Told {
            answer,
            shown,
            offer,
        };
        if !self.answers.learn(said, &told) {
            return;
        }
        let same = told.same();
        self.common
            .answers
            .add(generation, said.index(), told, same);
    }
}

/// How the line of a row begins, up to the name, as one is put together; none if it is not so plain.
fn how_it_begins(
    scribe: &Scribe,
    label: &[u8],
    worded: &Worded,
    row: &Observation<'_>,
) -> Option<Vec<u8>> {
    let mut start = Vec::new();
    Scribe::line(label, row.line, &mut start);
    let head = Head {
        cells: [row.patient, row.sample, row.collected],
        orders: row.date_orders,
    };
    let plain = scribe.head(&head, &mut start);
    start.extend_from_slice(&worded.named);
    plain.then_some(start)
}

/// True if the number stands in its places as that of another row would be written there.
fn stands_there(
    result: &Interpretation<'_>,
    places: &Places,
    scribe: &Scribe,
    line: &[u8],
) -> bool {
    let mut written = Vec::new();
    if let Some(canonical) = &result.canonical {
        written.extend_from_slice(canonical.text.as_bytes());
        scribe.end_number(0, &mut written);
    }
    let mut value = Vec::new();
    scribe.number(result.observation.value.as_bytes(), &mut value);
    line[places.value.clone()] == value && line[places.canonical.clone()] == written
}

//! One block of an export, judged and written.

mod learn;

use std::sync::Arc;

use super::answers::Answers;
use super::common::{Common, Worded, ask_others};
use super::counts::Counts;
use super::people::People;
use super::row;
use super::spoken::Spoken;
use super::stream::Stream;
use super::told::{Dates, Told, Words};
use super::touches::{self, Touches};
use super::written::Own;
use crate::derive::{Offered, Wanted};
use crate::error::Result;
use crate::import::{Block, NotedPass, NotedRow, Unknown};
use crate::memory::{ByNumber, Classes, Noted, Said};
use crate::notice::Code;
use crate::observation::Observation;
use crate::repeats::Codes;
use crate::report::{Scribe, Summary};
use crate::resolve::Resolver;
use crate::sample::{Drawn, Grouped, Tube};
use crate::survey::Survey;

/// What becomes of a block.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) written: Vec<u8>,
    pub(super) summary: Summary,
    pub(super) told: Told,
    pub(super) unknown: Unknown,
    /// What its results offer to those that are derived, in their order.
    pub(super) offered: Vec<Offered>,
}

/// What a thread keeps from block to block.
pub(super) struct Desk<'r> {
    job: Stream<'r>,
    survey: &'r Survey,
    file: usize,
    resolver: Resolver<'r>,
    /// What the first pass noted of the block at hand.
    noted: Noted,
    /// What is to be said of rows still to come because they are repeated.
    repeats: Codes<'r>,
    /// Numbers of the row at hand, if there is something to be learned.
    asked: Option<(Said, usize)>,
    /// By number of the wording.
    worded: ByNumber<'r, Worded>,
    answers: Answers,
    common: &'r Common,
    people: People<'r>,
    classes: Classes<'r>,
    touches: Touches<'r>,
    spoken: Spoken,
    counts: Counts<'r>,
    /// Analytes from which something is to be derived, if anything is.
    wanted: Option<Wanted<'r>>,
    scribe: Scribe,
    /// How each line begins.
    label: Vec<u8>,
    key: String,
    piece: Piece,
}

impl<'r> Desk<'r> {
    pub(super) fn new(
        job: Stream<'r>,
        survey: &'r Survey,
        file: usize,
        harmless: &'r [bool],
        common: &'r Common,
    ) -> Desk<'r> {
        let mut resolver = job.rules.resolver();
        resolver.set_neighbors(survey.neighbors[file].clone());
        let export = &job.exports[file];
        let mut scribe = Scribe::new(job.form, job.settings);
        let orders = survey.date_orders[file];
        Desk {
            survey,
            file,
            resolver,
            noted: Noted::default(),
            repeats: survey.repeats.codes_from(file, 0),
            asked: None,
            worded: ByNumber::of(&common.worded),
            answers: Answers::of(job.work.remembered),
            common,
            people: People::of(job.rules, survey, harmless, orders),
            classes: Classes::of(&common.classes),
            touches: Touches::of_shared(&common.touches),
            spoken: Spoken::of(&scribe),
            counts: Counts::of(&common.kinds),
            wanted: (job.rules.options().derive).map(|options| Wanted::of(job.rules, &options)),
            label: scribe.file(export.label()),
            scribe,
            key: String::new(),
            piece: Piece::default(),
            job,
        }
    }

    /// Judges and writes a block of which this was noted, in memory that is no longer needed.
    pub(super) fn write(
        &mut self,
        block: &Block,
        noted: &mut Noted,
        memory: Vec<u8>,
    ) -> Result<Piece> {
        self.piece.written = memory;
        self.piece.written.clear();
        if noted.generation != self.noted.generation {
            self.worded.clear();
            self.answers.clear();
        }
        std::mem::swap(&mut self.noted, noted);
        self.asked = None;
        self.people.begin(&self.noted.drawn);
        self.repeats = self.survey.repeats.codes_from(self.file, block.line);
        let export = &self.job.exports[self.file];
        let quickly = self.job.work.by_memory && !self.survey.has_sections(self.file);
        let notes = std::mem::take(&mut self.noted.rows);
        self.piece.unknown = export.read_noted(block, &notes, quickly, self)?;
        self.noted.rows = notes;
        self.counts.take(&mut self.piece.summary);
        Ok(std::mem::take(&mut self.piece))
    }
}

impl NotedPass for Desk<'_> {
    #[inline]
    fn noted(&mut self, row: &NotedRow<'_>) -> bool {
        self.asked = None;
        let (Some((said, wording)), Some(drawn)) = (row.note.numbers(), row.note.drawn()) else {
            return false;
        };
        let repeat = self.repeats.pass(row.line);
        if repeat.is_some() && row.is_one_of_several() {
            return false;
        }
        // What is judged of a control, or of a patient who may be two, holds for nobody else.
        let Some(who) = self.people.of_draw(drawn, row, &self.scribe) else {
            return false;
        };
        self.asked = Some((said, wording));
        let generation = self.noted.generation;
        let Some(worded) = self.worded.get(generation, wording) else {
            return false;
        };
        let is_serum = worded.tube == Tube::Serum;
        let [kind, known] = [who.kind, who.known].map(|kind| kind.filter(|_| is_serum));
        if !is_serum {
            let drawn = self.noted.drawn.get(drawn);
            let sample = drawn.and_then(|drawn| drawn.grouped.sample());
            if self.survey.evidence.speaks_of(sample, worded.tube) {
                return false;
            }
        }
        let touch = match kind {
            Some(kind) => {
                let quality = &self.survey.evidence.kinds()[kind];
                self.touches.of(self.job.rules, worded.place, kind, quality)
            }
            None => touches::NONE,
        };
        let asked = (&worded.beside_printed, &worded.asked);
        let classes = self.classes.pair(worded.place, &who.person, asked);
        let found = self.answers.find(said, touch, classes).or_else(|| {
            ask_others(self.common, generation, &mut self.answers, said);
            self.answers.find(said, touch, classes)
        });
        let Some(place) = found else {
            return false;
        };
        let (answer, shown, offer) = self.answers.at(place);
        let shown_whole = !shown.is_empty() && !self.job.settings.style.abnormal_only;
        // Whether a result that may be withdrawn can be used is another answer.
        let is_beside = repeat != Some(Code::PerhapsWithdrawn);
        let plainly = repeat.is_none() || (is_beside && shown_whole && !self.job.settings.graded);
        // What it says itself of its sample is written with what is known of that.
        let is_told =
            !answer.speaks || (known.is_some() && who.is_of_a_sample) || !self.scribe.tells_all();
        if !plainly || !is_told {
            return false;
        }
        let number = said.is_by_band().then(|| row.number()).flatten();
        if let Some(offer) = offer {
            // What is repeated may not be an input.
            let origin = self.people.origin(&who).filter(|_| repeat.is_none());
            let offer = match said.is_by_band() {
                true => number.map(|number| offer.with(number)),
                false => Some(offer.clone()),
            };
            let (Some(origin), Some(offer)) = (origin, offer) else {
                return false;
            };
            self.piece.offered.push(Offered {
                offer,
                origin: Arc::clone(origin),
                line: row.line,
            });
        }
        if !shown.is_empty() {
            let written = &mut self.piece.written;
            Scribe::line(&self.label, row.line, written);
            written.extend_from_slice(self.people.head(&who));
            written.extend_from_slice(&worded.named);
            let kinds = self.survey.evidence.kinds();
            let own = Own {
                cell: row.value(),
                number,
                notice: repeat,
                person: self.people.person(&who),
                sample: self.spoken.written(known, kinds, &self.scribe),
            };
            shown.write(&own, &self.scribe, written);
        }
        self.counts.count(answer.counts, repeat);
        self.piece.told.count(&worded.words, answer.dates);
        true
    }

    fn whole(&mut self, row: Observation<'_>) -> Result<()> {
        let grouped = Grouped::of(&Drawn::from(&row), &mut self.key);
        let (job, resolver) = (&self.job, &mut self.resolver);
        let mut judged = row::judge(job.rules, self.survey, self.file, resolver, row, grouped);
        let result = &judged.result;
        let words = Words::of(&result.observation, &judged.resolution);
        self.piece.told.count(&words, Dates::of(result));
        self.piece.summary.add(result);
        if let Some(wanted) = &mut self.wanted {
            let offered = wanted.offered(result, &judged.resolution, grouped.sample());
            self.piece.offered.extend(offered);
        }
        let before = self.piece.written.len();
        let places = self.scribe.add(result, &mut self.piece.written);
        let holds = judged.holds_for_others && result.reading.unit.is_empty();
        if let Some(numbers) = self.asked.take().filter(|_| holds) {
            self.learn(numbers, &mut judged, grouped, (before, places.as_ref()));
        }
        Ok(())
    }
}

//! One block of an export, judged and written.

use super::answers::{self, Answer, Answers, Shown};
use super::common::{Common, Worded, ask_others};
use super::counts::Counts;
use super::people::People;
use super::row::{self, Judged};
use super::stream::Stream;
use super::told::{Dates, Told, Words};
use super::touches::{self, Touches};
use crate::error::Result;
use crate::import::{Block, NotedPass, NotedRow, Unknown};
use crate::interpret::person_of;
use crate::interpretation::RangeSource;
use crate::memory::{ByNumber, Classes, Noted, Said};
use crate::notice::Code;
use crate::observation::Observation;
use crate::repeats::Codes;
use crate::report::{Form, Head, Lines, Scribe, Summary};
use crate::resolve::Resolver;
use crate::sample::{self, Drawn, SampleId, Tube};
use crate::survey::Survey;
use crate::value::interval;

/// What becomes of a block.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) written: Vec<u8>,
    pub(super) summary: Summary,
    pub(super) told: Told,
    pub(super) unknown: Unknown,
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
    counts: Counts<'r>,
    scribe: Scribe<'r>,
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
            people: People::of(survey, harmless, orders),
            classes: Classes::of(&common.classes),
            touches: Touches::of_shared(&common.touches),
            counts: Counts::of(&common.kinds),
            label: scribe.lines.file(export.label()),
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
        let quickly = self.job.work.by_memory
            && self.job.form == Form::Csv
            && !self.survey.has_sections(self.file);
        let notes = std::mem::take(&mut self.noted.rows);
        self.piece.unknown = export.read_noted(block, &notes, quickly, self)?;
        self.noted.rows = notes;
        self.counts.take(&mut self.piece.summary);
        Ok(std::mem::take(&mut self.piece))
    }

    /// Remembers what was written, from `before` on, of a row that nothing repeats.
    fn learn(
        &mut self,
        (said, wording): (Said, usize),
        judged: &mut Judged<'_, 'r>,
        sample: Option<SampleId>,
        before: usize,
    ) {
        let result = &judged.result;
        let row = &result.observation;
        let (rules, scribe) = (self.job.rules, &mut self.scribe);
        let generation = self.noted.generation;
        let find = || Worded::of(rules, scribe, row, &judged.resolution);
        let Some(worded) = self.worded.get_or_find(generation, wording, find) else {
            return;
        };
        let touch = if judged.harmless {
            touches::NONE
        } else {
            let evidence = &self.survey.evidence;
            let kind = sample.and_then(|sample| evidence.kind_of(sample));
            let Some(kind) = kind.filter(|_| judged.adds_nothing && worded.tube == Tube::Serum)
            else {
                return;
            };
            let quality = &evidence.kinds()[kind];
            let touch = self.touches.of(rules, worded.place, kind, quality);
            if result.critical.is_some() && self.touches.depends_on_value(touch) {
                return;
            }
            touch
        };
        let source = result.limits.as_ref().map(|limits| limits.source);
        let by_printed = source == Some(RangeSource::Report) && !interval::is_of_groups(row);
        let asked = (&worded.beside_printed, &worded.asked);
        let Some(whom) = self.classes.whom(by_printed, &person_of(row), asked) else {
            return;
        };
        let line = &self.piece.written[before..];
        let shown = match behind_name(scribe, &self.label, worded, row, line) {
            Some(text) if said.is_by_band() => {
                Shown::around_number(text, result, judged.resolution.conversion, scribe)
            }
            Some(text) => Some(Shown::whole(text)),
            None => None,
        };
        let Some(shown) = shown else {
            return;
        };
        let dates = Dates::of(result);
        let answer = Answer {
            whom,
            touch,
            counts: self.counts.place(&mut judged.result),
            dates,
        };
        let Some(told) = answers::Told::new(answer, &shown) else {
            return;
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

/// The part of a line behind the name, all of it if nothing was written; none if the line does not
/// begin as one is put together.
fn behind_name<'l>(
    scribe: &Scribe<'_>,
    label: &[u8],
    worded: &Worded,
    row: &Observation<'_>,
    line: &'l [u8],
) -> Option<&'l [u8]> {
    if line.is_empty() {
        return Some(line);
    }
    let mut start = Vec::new();
    scribe.lines.line(label, row.line, &mut start);
    let plain = scribe
        .lines
        .head(&Head([row.patient, row.sample, row.collected]), &mut start);
    start.extend_from_slice(&worded.named);
    line.strip_prefix(start.as_slice()).filter(|_| plain)
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
        let Some(who) = self.people.of_draw(drawn, row, &self.scribe.lines) else {
            return false;
        };
        self.asked = Some((said, wording));
        let generation = self.noted.generation;
        let Some(worded) = self.worded.get(generation, wording) else {
            return false;
        };
        let is_serum = worded.tube == Tube::Serum;
        let kind = who.kind.filter(|_| is_serum);
        if !is_serum {
            let sample = self.noted.drawn.get(drawn).and_then(|drawn| drawn.sample);
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
        let (answer, shown) = self.answers.at(place);
        let shown_whole = !shown.is_empty() && !self.job.settings.style.abnormal_only;
        // Whether a result that may be withdrawn can be used is another answer.
        let is_beside = repeat != Some(Code::PerhapsWithdrawn);
        let plainly = repeat.is_none() || (is_beside && shown_whole && !self.job.settings.graded);
        if !plainly {
            return false;
        }
        if !shown.is_empty() {
            let written = &mut self.piece.written;
            self.scribe.lines.line(&self.label, row.line, written);
            written.extend_from_slice(self.people.head(&who));
            written.extend_from_slice(&worded.named);
            shown.write(row.value(), written);
            if let Some(code) = repeat {
                Lines::add_code(code, written);
            }
        }
        self.counts.count(answer.counts, repeat);
        self.piece.told.count(&worded.words, answer.dates);
        true
    }

    fn whole(&mut self, row: Observation<'_>) -> Result<()> {
        let sample = sample::key(&Drawn::from(&row), &mut self.key);
        let sample = sample.then(|| SampleId::of(&self.key));
        let (job, resolver) = (&self.job, &mut self.resolver);
        let mut judged = row::judge(job.rules, self.survey, self.file, resolver, row, sample);
        let result = &judged.result;
        let words = Words::of(&result.observation, &judged.resolution);
        self.piece.told.count(&words, Dates::of(result));
        self.piece.summary.add(result);
        let before = self.piece.written.len();
        self.scribe.add(result, &mut self.piece.written)?;
        let holds = judged.holds_for_others && result.reading.unit.is_empty();
        if let Some(numbers) = self.asked.take().filter(|_| holds) {
            self.learn(numbers, &mut judged, sample, before);
        }
        Ok(())
    }
}

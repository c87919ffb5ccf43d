//! One block of an export, judged and written.

use super::row::{self, Judged};
use super::stream::Stream;
use super::told::{Dates, Told, Words};
use super::touches::{self, Touches};
use crate::error::Result;
use crate::import::{Block, DateOrder, Pass, PlainRow, Role, Unknown};
use crate::interpret::reported::is_control;
use crate::interpret::{Asked, PersonClass, Rules, person_of, shares_serum_evidence};
use crate::interpretation::{Interpretation, RangeSource};
use crate::memory::{Memory, Persons};
use crate::observation::Observation;
use crate::person::PersonReading;
use crate::repeats::{self, Said, Wording};
use crate::report::{Form, Head, Lines, Scribe, Summary};
use crate::resolve::{Resolution, Resolver};
use crate::sample::{self, Drawn, SampleId};
use crate::survey::Survey;
use crate::text::trim;
use crate::value::Value;

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
    order: Option<DateOrder>,
    /// By kind of statement about a sample: no result is judged otherwise for it.
    harmless: &'r [bool],
    resolver: Resolver<'r>,
    memory: Memory<'r, Worded, Answers>,
    texts: Vec<u8>,
    /// Answers remembered beside the first one of their rows.
    others: usize,
    persons: Persons,
    touches: Touches,
    /// Counts of one result, all that there are, and how many results of this block count so.
    counts: Vec<(Summary, u64)>,
    scribe: Scribe<'r>,
    /// How each line begins.
    label: Vec<u8>,
    key: String,
    piece: Piece,
}

/// What the wording of a row tells.
struct Worded {
    wording: Wording,
    words: Words,
    specimen: String,
    shares_evidence: bool,
    /// Place of the analyte among all, past the last one if there is none.
    place: u32,
    /// The cells of analyte and name.
    named: Vec<u8>,
    beside_printed: Asked,
    asked: Asked,
}

/// What is known to be written of rows that say this.
struct Answers {
    /// Most have one answer, here to be found without another step.
    first: Answer,
    said: Said,
    absent: bool,
    /// They say nothing of their sample.
    silent: bool,
    others: Vec<Answer>,
}

/// What is written of a row behind its name.
#[derive(Clone, Copy)]
struct Answer {
    /// Of whom.
    class: PersonClass,
    /// The interval printed beside it judged.
    by_printed: bool,
    /// Number of what its sample makes of it.
    touch: u32,
    /// Start and end among the texts; empty if the row is not asked for.
    text: (u32, u32),
    /// Place in the counts.
    counts: u32,
    dates: Dates,
}

impl<'r> Desk<'r> {
    pub(super) fn new(
        job: Stream<'r>,
        survey: &'r Survey,
        file: usize,
        harmless: &'r [bool],
    ) -> Desk<'r> {
        let mut resolver = job.rules.resolver();
        resolver.set_neighbors(survey.neighbors[file].clone());
        let export = &job.exports[file];
        let mut scribe = Scribe::new(job.form, job.settings);
        Desk {
            survey,
            file,
            order: export.date_order().or(survey.date_orders[file]),
            harmless,
            resolver,
            memory: Memory::of(job.work.remembered),
            texts: Vec::new(),
            others: 0,
            persons: Persons::default(),
            touches: Touches::new(job.rules),
            counts: Vec::new(),
            label: scribe.lines.file(export.label()),
            scribe,
            key: String::new(),
            piece: Piece::default(),
            job,
        }
    }

    /// Judges and writes a block, in memory that is no longer needed.
    pub(super) fn write(&mut self, block: &Block, memory: Vec<u8>) -> Result<Piece> {
        self.piece.written = memory;
        self.piece.written.clear();
        let export = &self.job.exports[self.file];
        let quickly = self.job.work.by_memory && self.job.form == Form::Csv;
        self.piece.unknown = export.read_block(block, quickly, self)?;
        for (counts, times) in &mut self.counts {
            self.piece.summary.merge(counts, std::mem::take(times));
        }
        Ok(std::mem::take(&mut self.piece))
    }

    /// Remembers what was written, from `before` on, of a row that nothing repeats.
    fn learn(&mut self, judged: &Judged<'_, 'r>, sample: Option<SampleId>, before: usize) {
        let Judged {
            result, resolution, ..
        } = judged;
        let row = &result.observation;
        let (rules, lines) = (self.job.rules, &mut self.scribe.lines);
        if self.memory.is_empty() {
            self.texts.clear();
            self.others = 0;
        }
        let worded = || Worded::of(rules, lines, row, resolution);
        let worded = self.memory.wording(resolution, worded);
        let touch = if judged.harmless {
            touches::NONE
        } else {
            let evidence = &self.survey.evidence;
            let kind = sample.and_then(|sample| evidence.kind_of(sample));
            let Some(kind) = kind.filter(|_| judged.silent && worded.shares_evidence) else {
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
        let by_printed = source == Some(RangeSource::Report);
        let asked = if by_printed {
            &worded.beside_printed
        } else {
            &worded.asked
        };
        let class = asked.class(&person_of(row));
        let line = &self.piece.written[before..];
        let text = behind_name(&self.scribe.lines, &self.label, worded, row, line);
        let (Some(class), Some(text)) = (class, text) else {
            return;
        };
        let start = self.texts.len() as u32;
        self.texts.extend_from_slice(text);
        let answer = Answer {
            class,
            by_printed,
            touch,
            text: (start, self.texts.len() as u32),
            counts: counts(&mut self.counts, result) as u32,
            dates: Dates::of(result),
        };
        let answers = self.memory.learn(Answers {
            first: answer,
            said: Said::by(row),
            absent: matches!(result.reading.value, Value::Absent(_)),
            silent: judged.silent,
            others: Vec::new(),
        });
        let mut known = std::iter::once(&answers.first).chain(&answers.others);
        let of = |known: &Answer| (known.class, known.by_printed, known.touch);
        let new = known.all(|known| of(known) != of(&answer));
        // Room for half as many as there are first ones: few rows have many.
        let room = answers.others.len() < OTHERS && 2 * self.others < self.job.work.remembered;
        if new && room {
            answers.others.push(answer);
            self.others += 1;
        } else if answers.first.text.0 != start {
            // Known already, or one too many.
            self.texts.truncate(start as usize);
        }
    }
}

/// Answers remembered at most beside the first one of rows that say the same.
const OTHERS: usize = 60;

/// The part of a line behind the name, all of it if nothing was written; none if the line does not
/// begin as one is put together.
fn behind_name<'l>(
    lines: &Lines,
    label: &[u8],
    worded: &Worded,
    row: &Observation<'_>,
    line: &'l [u8],
) -> Option<&'l [u8]> {
    if line.is_empty() {
        return Some(line);
    }
    let head = Head {
        line: row.line,
        cells: [row.patient, row.sample, row.collected],
    };
    let mut start = Vec::new();
    let plain = lines.head(label, &head, &mut start);
    start.extend_from_slice(&worded.named);
    line.strip_prefix(start.as_slice()).filter(|_| plain)
}

/// The place of the counts of one result, new or known.
fn counts(known: &mut Vec<(Summary, u64)>, result: &Interpretation<'_>) -> usize {
    let mut summary = Summary::default();
    summary.add(result);
    let same = |(known, _): &(Summary, u64)| *known == summary;
    known.iter().position(same).unwrap_or_else(|| {
        known.push((summary, 0));
        known.len() - 1
    })
}

impl Worded {
    fn of(
        rules: &Rules,
        lines: &mut Lines,
        row: &Observation<'_>,
        resolution: &Resolution<'_>,
    ) -> Worded {
        let id = resolution.analyte.map(|analyte| analyte.id.as_str());
        let all = rules.catalog.analytes();
        let place = all.iter().position(|one| Some(one.id.as_str()) == id);
        let place = place.unwrap_or(all.len());
        Worded {
            wording: Wording::of(row, id),
            words: Words::of(row, resolution),
            specimen: row.specimen.to_string(),
            shares_evidence: shares_serum_evidence(resolution.specimen),
            place: place as u32,
            named: lines.named(id.unwrap_or_default(), row.name),
            beside_printed: rules.asked_beside_printed(resolution.analyte),
            asked: rules.asked(resolution.analyte),
        }
    }
}

impl Answers {
    /// The answer for a person, in a sample that makes this of it.
    fn of(&self, worded: &Worded, who: &PersonReading, touch: u32) -> Option<Answer> {
        let beside_printed = worded.beside_printed.class(who)?;
        let mut asked = None;
        let all = std::iter::once(&self.first).chain(&self.others);
        all.into_iter()
            .filter(|answer| answer.touch == touch)
            .find(|answer| {
                if answer.by_printed {
                    answer.class == beside_printed
                } else {
                    let asked = asked.get_or_insert_with(|| worded.asked.class(who));
                    *asked == Some(answer.class)
                }
            })
            .copied()
    }
}

impl Pass for Desk<'_> {
    fn plain(&mut self, row: &PlainRow<'_>) -> bool {
        let texts = [Role::Patient, Role::Sample, Role::Collected].map(|role| row.text(role));
        let [Some(patient), Some(number), Some(collected)] = texts else {
            return false;
        };
        if is_control(patient) || is_control(number) || trim(collected).is_empty() {
            return false;
        }
        let Some((worded, answers)) = self.memory.ask(row) else {
            return false;
        };
        let drawn = Drawn {
            patient,
            sample: number,
            collected,
            specimen: &worded.specimen,
            record: None,
        };
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        let repeats = &self.survey.repeats;
        if !answers.absent && repeats.are_any() {
            let identity = repeats::identity(&drawn, sample, &worded.wording, &answers.said);
            if identity.is_some_and(|identity| repeats.repeated.contains(identity)) {
                return false;
            }
        }
        let kind = sample.and_then(|sample| self.survey.evidence.kind_of(sample));
        let touch = match kind {
            Some(kind) if worded.shares_evidence && !self.harmless[kind] => {
                if !answers.silent {
                    return false;
                }
                let quality = &self.survey.evidence.kinds()[kind];
                let rules = self.job.rules;
                self.touches.of(rules, worded.place, kind, quality)
            }
            _ => touches::NONE,
        };
        let Some(who) = self.persons.read(row, collected, self.order) else {
            return false;
        };
        let Some(answer) = answers.of(worded, &who, touch) else {
            return false;
        };
        let (start, end) = answer.text;
        if start < end {
            let head = Head {
                line: row.line,
                cells: [patient, number, collected],
            };
            let written = &mut self.piece.written;
            if !self.scribe.lines.head(&self.label, &head, written) {
                return false;
            }
            written.extend_from_slice(&worded.named);
            written.extend_from_slice(&self.texts[start as usize..end as usize]);
        }
        self.counts[answer.counts as usize].1 += 1;
        self.piece.told.count(&worded.words, answer.dates);
        self.memory.answered();
        true
    }

    fn whole(&mut self, row: Observation<'_>) -> Result<()> {
        let sample = sample::key(&Drawn::from(&row), &mut self.key);
        let sample = sample.then(|| SampleId::of(&self.key));
        let (job, resolver) = (&self.job, &mut self.resolver);
        let judged = row::judge(job.rules, self.survey, self.file, resolver, row, sample);
        let result = &judged.result;
        let words = Words::of(&result.observation, &judged.resolution);
        self.piece.told.count(&words, Dates::of(result));
        self.piece.summary.add(result);
        let before = self.piece.written.len();
        self.scribe.add(result, &mut self.piece.written)?;
        let alone = !judged.repeated && result.reading.unit.is_empty();
        if self.memory.was_asked() && alone && self.memory.has_room() {
            self.learn(&judged, sample, before);
        }
        Ok(())
    }
}

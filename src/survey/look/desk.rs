//! One block at the second look.

use foldhash::HashMap;

use crate::crew::Work;
use crate::error::Result;
use crate::import::{Block, DateOrder, Export, Pass, PlainRow, Role};
use crate::interpret::reported::{Status, is_control};
use crate::interpret::{Asked, PersonClass, Rules, collected, person_of};
use crate::memory::{self, Noted, Persons, RowNote};
use crate::observation::Observation;
use crate::quality::panel::Item;
use crate::reference::{Analyte, Conversion};
use crate::repeats::{self, Candidate, Identity, Lines, Place, Repeated, Said, Wording};
use crate::resolve::{Resolution, Resolver};
use crate::sample::{self, Drawn, SampleId};
use crate::spill::Spill;
use crate::survey::Survey;
use crate::survey::items::Kept;
use crate::survey::panels::{self, Suspects};
use crate::text::{hash, trim};
use crate::value::{PlainNumber, Value, to_f64};

/// What a block shows at the second look.
#[derive(Default)]
pub(super) struct Look {
    /// Rows of repeated results, in order.
    pub(super) candidates: Vec<Candidate>,
    /// Results of suspicious patients: the part of each and the bytes it takes.
    pub(super) kept: Vec<(usize, usize)>,
    pub(super) bytes: Vec<u8>,
}

/// A block that was looked at, what was noted of it, and what it shows.
pub(super) type Looked = (Block, Noted, Look);

/// What the first pass saw that matters for a file.
#[derive(Clone, Copy)]
pub(super) struct Seen<'s> {
    pub(super) file: usize,
    /// Order of day and month, if it is stated.
    pub(super) order: Option<DateOrder>,
    pub(super) suspects: &'s Suspects,
    pub(super) repeated: &'s Repeated,
}

/// What a thread keeps from block to block.
pub(super) struct Desk<'r> {
    rules: &'r Rules,
    by_memory: bool,
    file: usize,
    order: Option<DateOrder>,
    suspects: &'r Suspects,
    repeated: &'r Repeated,
    /// Knows the names beside each other in the file, as the judgement will.
    resolver: Resolver<'r>,
    /// Does not, as the first pass did not.
    unsettled: Resolver<'r>,
    /// Places of the analytes.
    places: HashMap<&'r str, u32>,
    /// What the first pass noted of the block at hand.
    noted: Noted,
    /// By draw of the block: of a suspicious patient.
    suspicious: Vec<bool>,
    /// Lines still to come with repeated results.
    repeats: Lines<'r>,
    row: usize,
    /// The note of the row at hand, if there is something to be learned.
    asked: Option<RowNote>,
    generation: u32,
    /// By number of the wording, and of what is said: what is known.
    worded: Vec<Option<Worded>>,
    told: Vec<Vec<(PersonClass, Told)>>,
    persons: Persons,
    clock: Clock,
    key: String,
    look: Look,
}

/// A time of collection, and what it is in minutes.
struct Clock {
    order: Option<DateOrder>,
    text: String,
    minutes: Option<i64>,
}

/// What the wording of a row tells.
struct Worded {
    /// As the first pass understood it.
    unsettled: Wording,
    settled: Wording,
    specimen: String,
    /// Some pattern may look at it.
    looked_at: bool,
    asked: Asked,
}

/// What a row tells, of a class of persons.
#[derive(Clone, Copy)]
struct Told {
    status: Status,
    shown: Option<Shown>,
    /// To the canonical unit, where the value is not known with the rest.
    conversion: Option<Conversion>,
}

/// A result as a pattern sees it: place of its analyte, item, and whether of a child.
type Shown = (u32, Item, bool);

impl<'r> Desk<'r> {
    pub(super) fn new(survey: &Survey, rules: &'r Rules, work: Work, seen: Seen<'r>) -> Desk<'r> {
        let mut resolver = rules.resolver();
        resolver.set_neighbors(survey.neighbors[seen.file].clone());
        let analytes = rules.catalog.analytes().iter();
        let order = seen.order.or(survey.date_orders[seen.file]);
        Desk {
            rules,
            by_memory: work.by_memory,
            file: seen.file,
            order,
            suspects: seen.suspects,
            repeated: seen.repeated,
            resolver,
            unsettled: rules.resolver(),
            places: (0..)
                .zip(analytes)
                .map(|(place, analyte)| (analyte.id.as_str(), place))
                .collect(),
            noted: Noted::default(),
            suspicious: Vec::new(),
            repeats: seen.repeated.lines_from(seen.file, 0),
            row: 0,
            asked: None,
            generation: 0,
            worded: Vec::new(),
            told: Vec::new(),
            persons: Persons::default(),
            clock: Clock {
                order,
                text: String::new(),
                minutes: None,
            },
            key: String::new(),
            look: Look::default(),
        }
    }
}

impl Desk<'_> {
    /// Reads a block of which this was noted.
    pub(super) fn read(&mut self, export: &Export, block: Block, noted: Noted) -> Result<Looked> {
        self.begin(&block, noted);
        if !self.is_idle(&block) {
            export.read_block(&block, self.by_memory, self)?;
        }
        Ok((block, std::mem::take(&mut self.noted), std::mem::take(&mut self.look)))
    }

    fn begin(&mut self, block: &Block, noted: Noted) {
        if noted.generation != self.generation {
            self.generation = noted.generation;
            self.worded.clear();
            self.told.clear();
        }
        self.noted = noted;
        self.row = 0;
        self.repeats = self.repeated.lines_from(self.file, block.line);
        let suspects = self.suspects;
        let draws = self.noted.drawn.iter();
        self.suspicious.clear();
        self.suspicious.extend(draws.map(|drawn| {
            let sample = drawn.sample;
            sample.is_some_and(|sample| suspects.contain(sample, drawn.patient))
        }));
    }

    /// True if nothing in a block is of interest.
    fn is_idle(&mut self, block: &Block) -> bool {
        let rows = &self.noted.rows;
        let end = block.line + rows.len() as u64;
        !rows.is_empty()
            && !self.suspicious.contains(&true)
            && !self.repeats.reach(end)
            && rows.iter().all(|row| row.drawn().is_some())
    }

    fn note(&self) -> RowNote {
        let note = self.noted.rows.get(self.row.wrapping_sub(1));
        note.copied().unwrap_or(RowNote::NOTHING)
    }
}

impl Worded {
    fn of(
        rules: &Rules,
        row: &Observation<'_>,
        unsettled: Option<&Analyte>,
        resolution: &Resolution<'_>,
    ) -> Worded {
        let settled = resolution.analyte;
        let id = |analyte: Option<&Analyte>| analyte.map(|analyte| analyte.id.clone());
        Worded {
            unsettled: Wording::of(row, id(unsettled).as_deref()),
            settled: Wording::of(row, id(settled).as_deref()),
            specimen: row.specimen.to_string(),
            looked_at: panels::looks_at(rules, resolution).is_some(),
            asked: rules.asked(settled),
        }
    }
}

impl Clock {
    /// The rows of a sample share it.
    fn minutes(&mut self, collected: &str) -> Option<i64> {
        if collected != self.text {
            self.text.clear();
            self.text.push_str(collected);
            self.minutes = panels::minutes(collected, self.order);
        }
        self.minutes
    }
}

impl Look {
    /// Keeps a result of a suspicious patient.
    fn keep(&mut self, kept: &Kept<'_>, sample: SampleId) {
        let part = match kept.patient {
            "" => Spill::part(sample.bits()),
            patient => Spill::part(hash(patient)),
        };
        let before = self.bytes.len();
        kept.write(&mut self.bytes);
        self.kept.push((part, self.bytes.len() - before));
    }
}

impl Pass for Desk<'_> {
    fn record(&mut self) {
        self.row += 1;
        self.asked = None;
    }

    fn plain(&mut self, row: &PlainRow<'_>) -> bool {
        let note = self.note();
        // Only rows that were noted by the line can be repeated, or of a suspicious patient.
        if self.repeats.pass(row.line) {
            return false;
        }
        let Some(drawn) = note.drawn() else {
            return false;
        };
        if !self.suspicious.get(drawn).is_some_and(|suspicious| *suspicious) {
            // Most rows are of no interest, whatever they say.
            return true;
        }
        let Some((said, wording)) = note.numbers() else {
            return false;
        };
        self.asked = Some(note);
        let texts = [Role::Patient, Role::Sample, Role::Collected].map(|role| row.text(role));
        let [Some(patient), Some(number), Some(collected)] = texts else {
            return false;
        };
        if is_control(patient) || is_control(number) || trim(collected).is_empty() {
            return false;
        }
        let Some(Some(worded)) = self.worded.get(wording) else {
            return false;
        };
        if !worded.looked_at {
            return true;
        }
        let Some(told) = self.told.get(said.index()) else {
            return false;
        };
        let who = self.persons.read(row, collected, self.order);
        let Some(class) = who.and_then(|(who, _)| worded.asked.class(&who)) else {
            return false;
        };
        let Some((_, told)) = told.iter().find(|(known, _)| *known == class) else {
            return false;
        };
        let Some((analyte, mut item, child)) = told.shown else {
            return true;
        };
        if let Some(conversion) = told.conversion {
            let Some(number) = row.number().and_then(PlainNumber::read) else {
                return false;
            };
            item.value = conversion.apply(to_f64(number.decimal()));
        }
        let drawn = Drawn {
            patient,
            sample: number,
            collected,
            specimen: &worded.specimen,
            record: None,
        };
        if !sample::key(&drawn, &mut self.key) {
            return false;
        }
        let sample = SampleId::of(&self.key);
        let identity = repeats::identity_in(sample, collected, &worded.settled);
        let kept = Kept {
            key: &self.key,
            patient: trim(patient),
            minutes: self.clock.minutes(trim(collected)),
            identity: Some(identity)
                .filter(|identity| self.repeated.contains(*identity))
                .map(Identity::bits),
            status: told.status,
            analyte,
            item,
            child,
        };
        self.look.keep(&kept, sample);
        true
    }

    fn whole(&mut self, mut row: Observation<'_>) -> Result<()> {
        row.date_order = row.date_order.or(self.order);
        let drawn = Drawn::from(&row);
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        let reading = self.rules.read(&row);
        let resolution = self.resolver.resolve(&row, reading.unit);
        let unsettled = self.unsettled.resolve(&row, reading.unit);
        let worded = Worded::of(self.rules, &row, unsettled.analyte, &resolution);
        let said = Said::by(&row);
        let noted = repeats::identity(&drawn, sample, &worded.unsettled, &said);
        let absent = matches!(reading.value, Value::Absent(_));
        let noted = noted.filter(|identity| !absent && self.repeated.contains(*identity));
        let place = Place::of(self.file, &row);
        let candidate = |identity| Candidate::of(identity, &drawn, &worded.unsettled, &said, place);
        self.look.candidates.extend(noted.map(candidate));
        let patient = hash(trim(row.patient));
        let suspect = sample.filter(|sample| self.suspects.contain(*sample, patient));
        let mut told = None;
        if let (Some(sample), true) = (suspect, worded.looked_at) {
            let shown = panels::item(self.rules, row, reading, &resolution)
                .and_then(|(id, item, child)| Some((*self.places.get(id)?, item, child)));
            let class = worded.asked.class(&person_of(&row));
            told = class.map(|class| {
                let told = Told {
                    status: said.status(),
                    shown,
                    conversion: resolution.conversion,
                };
                (class, told)
            });
            if let Some((analyte, item, child)) = shown {
                let identity = repeats::identity(&drawn, Some(sample), &worded.settled, &said)
                    .filter(|identity| self.repeated.contains(*identity));
                let kept = Kept {
                    key: &self.key,
                    patient: row.patient.trim(),
                    minutes: self.clock.minutes(collected(&row)),
                    identity: identity.map(Identity::bits),
                    status: said.status(),
                    analyte,
                    item,
                    child,
                };
                self.look.keep(&kept, sample);
            }
        }
        if let Some((said, wording)) = self.asked.take().and_then(RowNote::numbers)
            && reading.unit.is_empty()
        {
            self.learn(said, wording, worded, told);
        }
        Ok(())
    }
}

impl Desk<'_> {
    /// Remembers what rows with these numbers show.
    fn learn(
        &mut self,
        said: memory::Said,
        wording: usize,
        worded: Worded,
        told: Option<(PersonClass, Told)>,
    ) {
        if self.worded.len() <= wording {
            self.worded.resize_with(wording + 1, || None);
        }
        self.worded[wording].get_or_insert(worded);
        let Some((class, mut told)) = told else {
            return;
        };
        if !said.is_by_band() {
            told.conversion = None;
        }
        if self.told.len() <= said.index() {
            self.told.resize_with(said.index() + 1, Vec::new);
        }
        let known = &mut self.told[said.index()];
        if known.iter().all(|(known, _)| *known != class) {
            known.push((class, told));
        }
    }
}

//! One block at the second look.

use foldhash::HashMap;

use crate::crew::Work;
use crate::error::Result;
use crate::import::{Block, DateOrder, Export, Pass, PlainRow, Role};
use crate::interpret::reported::is_control;
use crate::interpret::{Asked, PersonClass, Rules, collected, person_of};
use crate::memory::{Memory, Persons};
use crate::observation::Observation;
use crate::quality::panel::Item;
use crate::reference::Analyte;
use crate::repeats::{self, Candidate, Identity, Place, Repeated, Said, Wording};
use crate::resolve::{Resolution, Resolver};
use crate::sample::{self, Drawn, SampleId};
use crate::spill::Spill;
use crate::survey::Survey;
use crate::survey::items::Kept;
use crate::survey::panels::{self, Suspects};
use crate::text::trim;
use crate::value::Value;

/// What a block shows at the second look.
#[derive(Default)]
pub(super) struct Look {
    /// Rows of repeated results, in order.
    pub(super) candidates: Vec<Candidate>,
    /// Results of suspicious patients: the part of each and the bytes it takes.
    pub(super) kept: Vec<(usize, usize)>,
    pub(super) bytes: Vec<u8>,
}

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
    memory: Memory<'r, Worded, Told>,
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

/// What the rest of the row tells.
struct Told {
    said: Said,
    absent: bool,
    /// Of a class of persons.
    items: Vec<(PersonClass, Option<Shown>)>,
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
            memory: Memory::of(work.remembered),
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
    /// Reads a block.
    pub(super) fn read(&mut self, export: &Export, block: Block) -> Result<(Block, Look)> {
        export.read_block(&block, self.by_memory, self)?;
        Ok((block, std::mem::take(&mut self.look)))
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

impl Told {
    /// Is it one of the results that are there more than once, as the first pass counted them?
    fn is_repeated(
        &self,
        repeated: &Repeated,
        drawn: &Drawn<'_>,
        sample: Option<SampleId>,
        worded: &Worded,
    ) -> bool {
        let noted = repeats::identity(drawn, sample, &worded.unsettled, &self.said);
        !self.absent && noted.is_some_and(|identity| repeated.contains(identity))
    }
}

impl Look {
    /// Keeps a result of a suspicious patient.
    fn keep(&mut self, kept: &Kept<'_>, sample: SampleId) {
        let part = match kept.patient {
            "" => Spill::part(sample.bits()),
            patient => Spill::part(panels::hash(patient)),
        };
        let before = self.bytes.len();
        kept.write(&mut self.bytes);
        self.kept.push((part, self.bytes.len() - before));
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
        let Some(wording) = self.memory.ask_wording(row) else {
            return false;
        };
        let worded = self.memory.worded(wording);
        let drawn = Drawn {
            patient,
            sample: number,
            collected,
            specimen: &worded.specimen,
            record: None,
        };
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        if let Some(sample) = sample {
            // Most rows are of no interest, whatever they say.
            let identity = repeats::identity_in(sample, collected, &worded.unsettled);
            if self.repeated.contains(identity) {
                return false;
            }
            if !worded.looked_at || !self.suspects.contain(sample, patient) {
                return true;
            }
        }
        let Some((worded, told)) = self.memory.ask_rest(wording, row) else {
            return false;
        };
        let drawn = Drawn {
            patient,
            sample: number,
            collected,
            specimen: &worded.specimen,
            record: None,
        };
        let Some(sample) = sample else {
            if told.is_repeated(self.repeated, &drawn, None, worded) {
                return false;
            }
            self.memory.answered();
            return true;
        };
        let who = self.persons.read(row, collected, self.order);
        let Some(class) = who.and_then(|who| worded.asked.class(&who)) else {
            return false;
        };
        let Some((_, shown)) = told.items.iter().find(|(known, _)| *known == class) else {
            return false;
        };
        if let Some((analyte, item, child)) = *shown {
            let identity = repeats::identity(&drawn, Some(sample), &worded.settled, &told.said)
                .filter(|identity| self.repeated.contains(*identity));
            let kept = Kept {
                key: &self.key,
                patient: trim(patient),
                minutes: self.clock.minutes(trim(collected)),
                identity: identity.map(Identity::bits),
                status: told.said.status(),
                analyte,
                item,
                child,
            };
            self.look.keep(&kept, sample);
        }
        self.memory.answered();
        true
    }

    fn whole(&mut self, mut row: Observation<'_>) -> Result<()> {
        row.date_order = row.date_order.or(self.order);
        let drawn = Drawn::from(&row);
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        let reading = self.rules.read(&row);
        let resolution = self.resolver.resolve(&row, reading.unit);
        let learn = self.memory.was_asked() && reading.unit.is_empty() && self.memory.has_room();
        let (rules, unsettled) = (self.rules, &mut self.unsettled);
        let mut worded = || {
            let unsettled = unsettled.resolve(&row, reading.unit);
            Worded::of(rules, &row, unsettled.analyte, &resolution)
        };
        let apart;
        let worded = if learn {
            self.memory.wording(&resolution, worded)
        } else {
            apart = worded();
            &apart
        };
        let told = Told {
            said: Said::by(&row),
            absent: matches!(reading.value, Value::Absent(_)),
            items: Vec::new(),
        };
        if told.is_repeated(self.repeated, &drawn, sample, worded) {
            let noted = repeats::identity(&drawn, sample, &worded.unsettled, &told.said);
            let place = Place::of(self.file, &row);
            let candidate =
                |identity| Candidate::of(identity, &drawn, &worded.unsettled, &told.said, place);
            self.look.candidates.extend(noted.map(candidate));
        }
        let mut learned = None;
        let suspect = sample.filter(|sample| self.suspects.contain(*sample, row.patient));
        if let (Some(sample), true) = (suspect, worded.looked_at) {
            let shown = panels::item(self.rules, row, reading, &resolution)
                .and_then(|(id, item, child)| Some((*self.places.get(id)?, item, child)));
            let class = worded.asked.class(&person_of(&row));
            learned = class.map(|class| (class, shown));
            if let Some((analyte, item, child)) = shown {
                let identity = repeats::identity(&drawn, Some(sample), &worded.settled, &told.said)
                    .filter(|identity| self.repeated.contains(*identity));
                let kept = Kept {
                    key: &self.key,
                    patient: row.patient.trim(),
                    minutes: self.clock.minutes(collected(&row)),
                    identity: identity.map(Identity::bits),
                    status: told.said.status(),
                    analyte,
                    item,
                    child,
                };
                self.look.keep(&kept, sample);
            }
        }
        if learn {
            let told = self.memory.learn(told);
            if let Some(learned) = learned
                && told.items.iter().all(|(known, _)| *known != learned.0)
            {
                told.items.push(learned);
            }
        }
        Ok(())
    }
}

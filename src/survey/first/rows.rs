//! The rows of a block in the first pass: by what is known of their cells, or whole.

use super::{Desk, Pending, Told, Worded};
use crate::error::Result;
use crate::import::date::OrderEvidence;
use crate::import::{Pass, PlainRow, Role};
use crate::memory::{Draw, Found, Known, RowNote};
use crate::observation::Observation;
use crate::quality::evidence::all_untold;
use crate::repeats::{self, Identity};
use crate::resolve::SECTIONS;
use crate::sample::{Drawn, Grouped, Tube, of_number};
use crate::text::{fold_name, hash, trim};
use crate::value::Value;

/// Looks at the dates of a row: the first of its times is the one that counts.
fn see_dates(dates: &mut OrderEvidence, times: [&str; 3], birth: &str) {
    let counts = times.iter().position(|time| !trim(time).is_empty());
    for (at, time) in times.into_iter().enumerate() {
        match Some(at) == counts {
            true => dates.see(time),
            false => dates.see_aside(time),
        }
    }
    dates.see_aside(birth);
}

impl Pass for Desk<'_, '_> {
    fn record(&mut self, follows: bool) {
        self.memory.begin_row();
        if let (true, Some(note)) = (follows, self.first.note()) {
            note.set_followed();
        }
        self.first.noted.rows.push(RowNote::NOTHING);
    }

    fn plain(&mut self, row: &PlainRow<'_>) -> bool {
        let (dates, persons) = (&mut self.first.dates, &mut self.first.persons);
        let draw = self.draws.of(row, || {
            let text = |role| row.text(role).unwrap_or_default();
            let drawn = Drawn {
                patient: text(Role::Patient),
                sample: text(Role::Sample),
                collected: text(Role::Collected),
                ..Drawn::default()
            };
            let times = [Role::Collected, Role::Received, Role::Reported].map(text);
            see_dates(dates, times, text(Role::Birth));
            persons.see(&drawn, text(Role::Sex), text(Role::Birth));
        });
        let known = self.memory.ask(row);
        self.draw = draw;
        let Some(known) = known else {
            self.value = row.number_place();
            return false;
        };
        let (worded, told) = (known.worded, known.told);
        if worded.open {
            return false;
        }
        let Draw::At(at) = draw else {
            return false;
        };
        let (drawn, drawn_hash) = self.draws.get(at);
        let (sample, patient) = (drawn.grouped.sample(), drawn.patient);
        self.first.see(drawn.grouped, patient, worded, told);
        if told.speaks && patient == hash("") {
            let texts = row.text(Role::Sample).zip(row.text(Role::Collected));
            self.first.note_number(worded, told, texts);
        }
        if told.spoils {
            let of = |role| row.text(role);
            let texts = of(Role::Patient)
                .zip(of(Role::Sample))
                .zip(of(Role::Collected));
            let texts = texts
                .map(|((patient, sample), collected)| [patient, sample, collected])
                .filter(|[patient, sample, _]| {
                    row.record().is_none() || is_number_of_nobody(patient, sample)
                });
            self.first.note_untold(worded, told, texts);
        }
        if told.repeats {
            let identity = match sample {
                Some(_) => Some(drawn_hash.identity(&worded.wording)),
                None => whole_identity(row, &known),
            };
            let line = self.base.line(row.line);
            self.first
                .identities
                .extend(identity.map(|identity| (identity, line)));
        }
        let (said, wording, is_settled) = (known.said, known.wording, worded.is_settled);
        if let Some(note) = self.first.note() {
            note.set_drawn(at);
            if is_settled {
                note.set_numbers(said, wording, row.number_place());
            }
        }
        true
    }

    fn whole(&mut self, row: Observation<'_>) -> Result<()> {
        let times = [row.collected, row.received, row.reported];
        see_dates(&mut self.first.dates, times, row.birth);
        let drawn = Drawn::from(&row);
        self.first.persons.see(&drawn, row.sex, row.birth);
        let grouped = Grouped::of(&drawn, &mut self.key);
        let sample = grouped.sample();
        let rules = self.rules;
        let (reading, resolution) = rules.understand(&mut self.resolver, &row);
        let told = Told::of(rules, &row, &reading, &resolution);
        let worded = || Worded::of(&row, &resolution);
        let learned = if self.memory.was_asked() && reading.unit.is_empty() {
            let bands = || rules.bands(&row, &resolution);
            self.memory.learn(Found {
                resolution: &resolution,
                bands,
                worded,
                told: told.clone(),
            })
        } else {
            None
        };
        let apart;
        let worded = match &learned {
            Some(known) => known.worded,
            None => {
                apart = Worded::of(&row, &resolution);
                &apart
            }
        };
        let folded = fold_name(row.name);
        if self.settling.contains(folded.as_str()) {
            self.first.neighbors.insert(folded);
        }
        if matches!(reading.value, Value::Absent(_)) && self.resolver.is_heading(&row) {
            self.first.neighbors.insert(SECTIONS.to_string());
        }
        // A record tells of which sample all of it is.
        let is_told = row.record_is_sample && !is_number_of_nobody(row.patient, row.sample);
        let texts = [row.patient, row.sample, row.collected];
        if worded.open {
            let whose = || all_untold(Tube::Serum, texts).collect();
            self.first.pending.push(Pending {
                grouped,
                patient: hash(trim(row.patient)),
                of_number: (trim(row.patient).is_empty())
                    .then(|| of_number(row.sample, row.collected))
                    .flatten(),
                untold: match is_told {
                    true => Vec::new(),
                    false => whose(),
                },
                cells: Pending::cells(&row),
            });
        }
        self.first
            .see(grouped, hash(trim(row.patient)), worded, &told);
        let names_nobody = trim(row.patient).is_empty();
        if told.speaks && names_nobody {
            let texts = Some((row.sample, row.collected));
            self.first.note_number(worded, &told, texts);
        }
        if told.spoils && !is_told && !row.column_is_sample {
            self.first.note_untold(worded, &told, Some(texts));
        }
        if told.repeats {
            let every_cell = || row.every_cell.bits();
            let said = &told.seldom.said;
            let identity = repeats::identity(&drawn, sample, &worded.wording, said, every_cell);
            let line = self.base.line(row.line);
            self.first
                .identities
                .extend(identity.map(|identity| (identity, line)));
        }
        if let (Some(known), Draw::At(at)) = (learned, self.draw)
            && let Some(note) = self.first.note()
        {
            note.set_drawn(at);
            if known.worded.is_settled {
                note.set_numbers(known.said, known.wording, self.value.clone());
            }
        }
        Ok(())
    }
}

/// The identity of a row of no sample: only all of it can be repeated.
#[cold]
fn whole_identity(row: &PlainRow<'_>, known: &Known<'_, Worded, Told>) -> Option<Identity> {
    let drawn = Drawn {
        patient: row.text(Role::Patient)?,
        sample: row.text(Role::Sample)?,
        collected: row.text(Role::Collected)?,
        ..Drawn::default()
    };
    let said = match row.number_cell() {
        // A cell that is a number of some band is a value as it stands.
        Some(cell) if known.said.is_by_band() => {
            let value = std::str::from_utf8(cell).unwrap_or_default();
            known.told.seldom.said.with_value(value)
        }
        _ => known.told.seldom.said,
    };
    let every_cell = row.every_cell()?;
    repeats::identity(&drawn, None, &known.worded.wording, &said, || every_cell)
}

/// The number of a sample without its patient: rows of another file may give both.
fn is_number_of_nobody(patient: &str, sample: &str) -> bool {
    trim(patient).is_empty() && !trim(sample).is_empty()
}

//! The rows of a block at the second look: by what was noted of them, or whole.

use super::super::draws::{Draw, group};
use super::super::told::Told;
use super::Desk;
use crate::error::Result;
use crate::import::{NotedPass, NotedRow};
use crate::interpret::{collected, reported};
use crate::observation::Observation;
use crate::repeats::{self, Candidate, Identity, Place, Wording};
use crate::sample::{Drawn, Grouped};
use crate::survey::days::DayRow;
use crate::survey::items::{Kept, Kind};
use crate::survey::panels;
use crate::text::{hash, trim};

impl NotedPass for Desk<'_> {
    #[inline]
    fn noted(&mut self, row: &NotedRow<'_>) -> bool {
        self.asked = None;
        if self.repeats.pass(row.line) {
            return false;
        }
        let Some(drawn) = row.note.drawn() else {
            return false;
        };
        let who = match self.draws.get(drawn) {
            // Most rows are of no interest, whatever they say.
            Some(Draw::Other) => return true,
            Some(Draw::Known(who)) => *who,
            Some(Draw::New) => {
                let who = row.split(|row| self.who(drawn, row));
                self.draws[drawn] = who.map_or(Draw::Whole, Draw::Known);
                let Some(who) = who else {
                    return false;
                };
                who
            }
            Some(Draw::Whole) | None => return false,
        };
        let Some((said, wording)) = row.note.numbers() else {
            return false;
        };
        self.asked = Some((said, wording));
        let Some(worded) = self.worded.get(self.generation, wording) else {
            return false;
        };
        if !worded.looked_at {
            return true;
        }
        let asked = (&worded.beside_printed, &worded.asked);
        let classes = self.classes.pair(worded.place, &who.person, asked);
        let told = self.known(said, classes);
        let told = told.or_else(|| self.ask_others(said, classes));
        let (kind, value) = match told {
            None => return false,
            Some(Told::Nothing) => return true,
            Some(Told::Exactly(kind, value)) => (kind, value),
            Some(Told::Converted(kind, conversion)) => {
                let Some(number) = row.number() else {
                    return false;
                };
                (kind, conversion.apply(number.to_f64()))
            }
        };
        self.results[drawn].push((kind, value));
        true
    }

    fn whole(&mut self, mut row: Observation<'_>) -> Result<()> {
        row.date_orders = row.date_orders.or(self.orders);
        let drawn = Drawn::from(&row);
        let grouped = Grouped::of(&drawn, &mut self.key);
        let sample = grouped.sample();
        let (reading, resolution) = self.rules.understand(&mut self.resolver, &row);
        // Of a result that is given, as the first pass counted it.
        let id = resolution.analyte.map(|analyte| analyte.id.as_str());
        if self.may_repeat(row.line) && repeats::takes_part(&reading.value, &row) {
            let unsettled = self.unsettled.resolve(&row, reading.unit);
            let specimen = unsettled.specimen;
            let scale = unsettled.conversion;
            let unsettled = unsettled.analyte.map(|analyte| analyte.id.as_str());
            let wording = Wording::of(&row, unsettled, specimen);
            let said = repeats::Said::by(&row).on_scale(scale);
            let every_cell = || row.every_cell.bits();
            let noted = repeats::identity(&drawn, sample, &wording, &said, every_cell)
                .filter(|identity| self.repeated.contains(*identity));
            let place = Place::of(self.file, &row);
            let candidate =
                |identity| Candidate::of(identity, &drawn, &wording, &said, place).reported(&row);
            self.look.candidates.extend(noted.map(candidate));
        }
        let patient = hash(trim(row.patient));
        let panel = grouped.panel();
        let suspect = panel.filter(|panel| self.suspects.contain(*panel, patient));
        let Some(panel) = suspect else {
            return Ok(());
        };
        let of_day = || DayRow::of(self.rules, &row, &reading, &resolution, self.file);
        let day = grouped.is_day().then(of_day).flatten();
        let (shown, by_printed) = panels::item(self.rules, row, reading, &resolution);
        let mut told = Told::Nothing;
        if let (None, Some(_)) = (&shown, day) {
            self.look.keep(&Kept {
                group: group(row.patient, panel),
                panel,
                day,
                when: self.clock.when(collected(&row)),
                identity: None,
                results: &[],
            });
        }
        if let Some(shown) = shown {
            let identity = match sample.filter(|_| self.may_repeat(row.line)) {
                Some(sample) => repeats::identity_in(
                    sample,
                    row.collected,
                    &Wording::of(&row, id, resolution.specimen),
                )
                .among(self.repeated),
                None => None,
            };
            let value = shown.item.value;
            let kind = self.kinds.number(&Kind {
                analyte: self.rules.catalog.place(resolution.analyte),
                item: shown.item,
                child: shown.child,
                status: reported::status(row.status),
            });
            self.look.keep(&Kept {
                group: group(row.patient, panel),
                panel,
                day,
                when: self.clock.when(collected(&row)),
                identity: identity.map(Identity::bits),
                results: &[(kind, value)],
            });
            let by_band = self.asked.is_some_and(|(said, _)| said.is_by_band());
            told = match resolution.conversion.filter(|_| by_band) {
                Some(conversion) => Told::Converted(kind, conversion),
                None => Told::Exactly(kind, value),
            };
        }
        if let Some(numbers) = self.asked.take().filter(|_| reading.unit.is_empty()) {
            self.learn(numbers, &row, &resolution, (by_printed, told));
        }
        Ok(())
    }
}

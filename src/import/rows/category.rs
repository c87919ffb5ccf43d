//! Which fluid the columns of sections, orders and points of a treatment name, or that it was a blood count.

use super::Understood;
use crate::import::cells::fluid;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;

impl Understood<'_> {
    /// The section of the laboratory, or what was ordered: of several cells the first that names another fluid.
    pub(super) fn category(&self, name: &str) -> &str {
        let (points, categories) = (&self.plan.points, &self.plan.categories);
        let text = |at: usize| self.record.get(at).unwrap_or("");
        let mut of_points = points.iter().map(|at| text(*at));
        if let Some(fluid) = of_points.find(|cell| fluid::is_alone(cell)) {
            return fluid;
        }
        let names_fluid = categories
            .iter()
            .map(|at| text(*at))
            .find(|cell| fluid::is_in(cell, name));
        let pick = self.plan.pick(Role::Category);
        let first = || match points.is_empty() {
            true => pick.text(&self.record),
            false => {
                let mut others = pick.columns().filter(|at| !points.contains(at)).map(text);
                others.find(|cell| !is_blank(cell)).unwrap_or("")
            }
        };
        // What was ordered may stand beside the name of the test: "Hemograma".
        let count = || {
            let mut cells = categories.iter().map(|at| text(*at));
            cells.find(|cell| fluid::is_blood_count(cell)).unwrap_or("")
        };
        let named = names_fluid.unwrap_or_else(first);
        match is_blank(named) {
            true => count(),
            false => named,
        }
    }
}

//! Days that both orders of day and month make another one, and whether there are others that they are to be held against.

/// What the dates of a file say of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OpenDays {
    /// One of them, as it is written.
    one: Option<[i64; 3]>,
    are_several: bool,
    /// A day that is known in either order, `05/05/2026` or `2026-05-03`.
    has_known: bool,
}

impl OpenDays {
    /// Looks at a day, as it is written.
    pub(super) fn see(&mut self, day: [i64; 3]) {
        let [first, second, _] = day;
        match first == second {
            true => self.has_known = true,
            false => self.add(day),
        }
    }

    /// Looks at a date that is written otherwise: with its year in front and its month in figures.
    pub(super) fn see_other(&mut self, text: &str) {
        self.has_known |= matches!(
            text.as_bytes(),
            [
                b'1'..=b'2',
                b'0'..=b'9',
                b'0'..=b'9',
                b'0'..=b'9',
                b'-' | b'/' | b'.',
                b'0'..=b'9',
                ..
            ]
        );
    }

    fn add(&mut self, day: [i64; 3]) {
        self.are_several |= self.one.is_some_and(|one| one != day);
        self.one = Some(day);
    }

    pub(super) fn merge(&mut self, other: OpenDays) {
        self.are_several |= other.are_several;
        self.has_known |= other.has_known;
        if let Some(day) = other.one {
            self.add(day);
        }
    }

    /// True if how far apart days lie depends on the order. `others`: there are days elsewhere.
    pub(super) fn are_open(self, others: bool) -> bool {
        self.are_several || (self.one.is_some() && (self.has_known || others))
    }
}

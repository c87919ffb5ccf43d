//! The summary in words: the closing lines of a table, and of a run on standard error.

use std::collections::BTreeMap;
use std::fmt;

use super::Summary;

impl fmt::Display for Summary {
    /// The closing lines. The first one adds up; nothing is left out of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = |counts: &BTreeMap<&'static str, u64>| counts.values().sum::<u64>();
        let one = if self.results == 1 { "" } else { "s" };
        // "Normal" alone would promise too much where the sample may hide the truth.
        let inside = match self.normal_unreliable {
            0 => "normal".to_owned(),
            some => format!("inside their interval ({} unreliable)", grouped(some)),
        };
        write!(f, "{} result{one}", grouped(self.results))?;
        let derived: u64 = self.derived.values().sum();
        if derived > 0 {
            write!(f, " ({} derived)", grouped(derived))?;
        }
        f.write_str(": ")?;
        list(
            f,
            [
                (self.critical, "critical"),
                (self.outside, "outside their interval"),
                (self.normal, inside.as_str()),
                (self.absent, "absent"),
                (total(&self.not_judged), "not judged"),
                (total(&self.set_aside), "set aside"),
            ],
        )?;
        if self.critical_by_laboratory > 0 {
            let count = grouped(self.critical_by_laboratory);
            write!(f, "\n{count} called critical by the laboratory")?;
        }
        if self.past_the_device > 0 {
            let count = grouped(self.past_the_device);
            write!(
                f,
                "\n{count} past what a device can measure: to be taken for critical"
            )?;
        }
        let quality = [
            (self.usability.unusable, "unusable"),
            (self.usability.indeterminate, "indeterminate"),
            (self.usability.caution, "to be read with caution"),
        ];
        if quality.iter().any(|(count, _)| *count > 0) {
            f.write_str("\nsample quality: ")?;
            list(f, quality)?;
        }
        if self.baseline_assumed > 0 {
            let count = grouped(self.baseline_assumed);
            let (s, es) = if self.baseline_assumed == 1 {
                ("", "s")
            } else {
                ("s", "")
            };
            write!(
                f,
                "\n{count} grade{s} take{es} for granted that the baseline, which is not known, was normal"
            )?;
        }
        if !self.derived.is_empty() {
            f.write_str("\nderived: ")?;
            list(
                f,
                self.derived.iter().map(|(id, count)| (*count, id.as_str())),
            )?;
        }
        for (id, reasons) in &self.not_derived {
            write!(f, "\n{id} not derived: ")?;
            list(f, reasons.iter().map(|(why, count)| (*count, why.as_str())))?;
        }
        for (title, counts) in [
            ("not judged", &self.not_judged),
            ("set aside", &self.set_aside),
        ] {
            if !counts.is_empty() {
                write!(f, "\n{title}: ")?;
                let mut sorted: Vec<(u64, &str)> =
                    counts.iter().map(|(code, count)| (*count, *code)).collect();
                sorted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
                list(f, sorted)?;
            }
        }
        Ok(())
    }
}

/// `12 critical, 3 absent`, without what is zero.
fn list<'a>(
    f: &mut fmt::Formatter<'_>,
    counts: impl IntoIterator<Item = (u64, &'a str)>,
) -> fmt::Result {
    let mut before = "";
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        write!(f, "{before}{} {what}", grouped(count))?;
        before = ", ";
    }
    if before.is_empty() {
        f.write_str("none")
    } else {
        Ok(())
    }
}

/// `76,074`.
pub(in crate::report) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::{Flag, Usability};
    use crate::report::cases;

    #[test]
    fn thousands_are_grouped() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (76_074, "76,074"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(count), text);
        }
        assert_eq!(Summary::default().to_string(), "0 results: none");
    }

    #[test]
    fn normal_is_not_promised_of_a_spoiled_sample() {
        let mut summary = Summary::default();
        for usability in [Usability::Usable, Usability::Indeterminate] {
            let mut result = cases::blank();
            result.flag = Some(Flag::Normal);
            result.usability = Some(usability);
            summary.add(&result);
        }
        assert_eq!(
            summary.to_string(),
            "2 results: 2 inside their interval (1 unreliable)\nsample quality: 1 indeterminate"
        );
    }
}

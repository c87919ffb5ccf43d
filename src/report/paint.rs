//! Color, where the terminal has it. A word or a sign always says the same.

use anstyle::{AnsiColor, Style};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Nothing special.
    Plain,
    /// A heading.
    Heading,
    /// Beside the point.
    Faint,
    /// Must be acted on now.
    Critical,
    /// Outside its interval.
    Outside,
    /// Not to be relied on.
    Spoiled,
    /// To be read with a remark.
    Caution,
}

impl Tone {
    /// The tone of a row's name: only what is urgent colors more than the number.
    pub(in crate::report) fn of_name(self) -> Tone {
        match self {
            Tone::Critical => Tone::Critical,
            Tone::Outside | Tone::Spoiled => Tone::Heading,
            _ => Tone::Plain,
        }
    }

    fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Heading => Style::new().bold(),
            Tone::Faint => Style::new().dimmed(),
            Tone::Critical => AnsiColor::Red.on_default().bold(),
            Tone::Outside => Style::new().bold(),
            Tone::Spoiled => AnsiColor::Magenta.on_default().bold(),
            Tone::Caution => AnsiColor::Yellow.on_default(),
        }
    }
}

/// Appends a text, painted if `color` is set.
pub(super) fn paint(line: &mut String, text: &str, tone: Tone, color: bool) {
    use std::fmt::Write as _;
    if color && tone != Tone::Plain && !text.is_empty() {
        let style = tone.style();
        // Writing to memory does not fail.
        let _ = write!(line, "{style}{text}{style:#}");
    } else {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_color_no_escape_is_written() {
        for tone in [
            Tone::Plain,
            Tone::Heading,
            Tone::Faint,
            Tone::Critical,
            Tone::Outside,
            Tone::Spoiled,
            Tone::Caution,
        ] {
            let (mut plain, mut colored) = (String::new(), String::new());
            paint(&mut plain, "word", tone, false);
            paint(&mut colored, "word", tone, true);
            assert_eq!(plain, "word");
            assert!(colored.contains("word"));
            assert_eq!(colored.contains('\u{1b}'), tone != Tone::Plain);
        }
    }
}

//! A page of text: headings, paragraphs, and items with a label, wrapped to a width.

use unicode_width::UnicodeWidthStr as _;

/// How a page looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns.
    pub width: usize,
    /// Headings in bold.
    pub bold: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            width: 80,
            bold: false,
        }
    }
}

/// A page being written.
#[derive(Debug)]
pub struct Page {
    look: Look,
    text: String,
}

/// Columns of the label before an item.
const LABEL: usize = 12;
/// No line is set narrower than this, whatever the terminal says.
const NARROWEST: usize = 40;

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(look: Look) -> Page {
        Page {
            look,
            text: String::new(),
        }
    }

    /// The text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// The title, with what stands at the right end of its line if there is room.
    pub fn title(&mut self, title: &str, right: &str) {
        let room = self.width().saturating_sub(title.width() + right.width());
        self.bold(title);
        if room < 2 {
            self.text.push('\n');
            self.text.push_str(right);
        } else if !right.is_empty() {
            self.text.push_str(&" ".repeat(room));
            self.text.push_str(right);
        }
        self.text.push('\n');
    }

    /// A heading, with a blank line before it.
    pub fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.bold(heading);
        self.text.push('\n');
    }

    /// A paragraph.
    pub fn paragraph(&mut self, indent: usize, text: &str) {
        self.hanging(indent, indent, text);
    }

    /// A paragraph whose second and further lines are set in further.
    pub fn hanging(&mut self, first: usize, rest: usize, text: &str) {
        let mut line = " ".repeat(first);
        let mut empty = true;
        for word in text.split_whitespace() {
            let needed = word.width() + usize::from(!empty);
            if !empty && self.width() < line.width() + needed {
                self.text.push_str(line.trim_end());
                self.text.push('\n');
                line = " ".repeat(rest);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            // A number and its unit are glued together while lines are broken.
            line.push_str(&word.replace(GLUE, " "));
            empty = false;
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A label, and its text beside it. An empty label continues the one above.
    pub fn item(&mut self, label: &str, text: &str) {
        let indent = 2 + LABEL;
        let gap = LABEL.saturating_sub(label.width()).max(1);
        let mut words = String::new();
        // The label's own blanks must not break the line.
        words.push_str(&label.replace(' ', &GLUE.to_string()));
        words.push_str(&GLUE.to_string().repeat(gap));
        if label.is_empty() {
            self.paragraph(indent, text);
        } else {
            words.push_str(text);
            self.hanging(2, indent, &words);
        }
    }

    fn width(&self) -> usize {
        self.look.width.max(NARROWEST)
    }

    fn bold(&mut self, text: &str) {
        if self.look.bold {
            self.text.push_str("\u{1b}[1m");
            self.text.push_str(text);
            self.text.push_str("\u{1b}[0m");
        } else {
            self.text.push_str(text);
        }
    }
}

/// Stands for a blank at which no line is broken, until it is printed.
pub(super) const GLUE: char = '\u{2060}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_behind_its_label() {
        let mut page = Page::new(Look {
            width: 40,
            bold: false,
        });
        page.title("Potassium", "potassium");
        page.heading("Names");
        page.item(
            "English",
            "K+, Potassium, Serum potassium, Potassium in serum",
        );
        page.item("", "continued");
        let expected = "\
Potassium                      potassium

Names
  English     K+, Potassium, Serum
              potassium, Potassium in
              serum
              continued
";
        assert_eq!(page.into_text(), expected);
    }

    #[test]
    fn a_narrow_terminal_breaks_the_title() {
        let mut page = Page::new(Look {
            width: 10,
            bold: true,
        });
        page.title(&"x".repeat(35), "yyyyy");
        assert_eq!(
            page.into_text(),
            format!("\u{1b}[1m{}\u{1b}[0m\nyyyyy\n", "x".repeat(35))
        );
    }
}

//! Scripts other than the Latin one.

/// True for a sign of Chinese, Japanese or Korean: these write words together.
pub(crate) fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// True for a letter of Thai or Lao, which are written without blanks between words.
pub(crate) fn is_written_together(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

/// True for a letter of a script behind the Latin one with its accents, from Greek on.
pub(crate) fn is_of_other_script(c: char) -> bool {
    '\u{370}' <= c && c.is_alphabetic()
}

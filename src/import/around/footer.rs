//! Lines below or among the rows of a long export that are of no patient, though they stand in the column of patients:
//! `*** End of report ***`, "Total records: 2".

mod numbers;

use std::sync::OnceLock;

use csv::StringRecord;

use super::header_again::names_analyte;
use crate::import::cells::fluid;
use crate::import::columns::Columns;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::rows::heads_section;
use crate::import::shapes::wide::unread::speaks_of_sample;
use crate::text::fold_words;
use crate::value::{Absence, ResultWords};

/// Does the patient stand in the first column of a long export? Elsewhere a text alone there may be a test, or the title of a
/// section.
pub(crate) fn stands_first(columns: &Columns, shape: Shape) -> bool {
    shape == Shape::Long && columns.of(Role::Patient).first() == Some(&0)
}

/// Is a record such a line? Nearly every row shows at its result that it is none.
#[inline]
pub(crate) fn is_one(plan: &Plan, record: &StringRecord) -> bool {
    if !plan.patient_stands_first {
        return false;
    }
    let result = plan.pick(Role::Value).columns().next();
    let result = result.and_then(|at| record.get(at)).unwrap_or("");
    !begins_like_number(result) && is_line(record)
}

#[cold]
fn is_line(record: &StringRecord) -> bool {
    let Some(text) = only_cell(record) else {
        return false;
    };
    // A rule: `***`, `-----+-----`.
    if RULE <= text.len() && !text.contains(char::is_alphanumeric) {
        return true;
    }
    let has_letters = text.contains(char::is_alphabetic);
    // Whose the rows below are, how samples are, what comes next: that is for others to read.
    let is_statement = || {
        text.split_once(':')
            .is_some_and(|(key, _)| vocabulary::entry(key).is_some())
    };
    has_letters
        && says_that_it_ends(text)
        && !is_statement()
        && !speaks_of_sample(text)
        && !heads_section(text)
        && !says_what_samples_are_worth(text)
        && !speaks_of_test(text)
        && fluid::words().is_none_or(|words| words.in_cell(text).is_none())
}

/// Signs of a rule at least: fewer may stand for somebody who is not named.
const RULE: usize = 3;

/// Words with which such a line begins and goes on, folded: none is a name.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "end of", "printed", "exported", "generated", "report generated", "report printed", "gedruckt", "erstellt", "imprime", "edite le", "edite par",
    "impreso", "generado", "impresso", "stampato", "afgedrukt", "wydrukowano", "utskriven",
];

/// Words for an end, before one of `DOCUMENTS`: "Fin de" may be somebody, and so may "Koniec".
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "end", "fin de", "fin de la", "fin de los", "fin de las", "fin des", "fin du", "fin del", "fine del", "fine della", "fine dei", "fine", "fim do", "fim da", "fim dos", "ende der", "ende des", "ende", "einde", "einde van", "einde van de", "einde van het", "koniec", "slut", "slut pa", "fin",
];

/// What ends, folded.
#[rustfmt::skip]
const DOCUMENTS: &[&str] = &[
    "report", "list", "file", "data", "records", "record", "results", "export", "page", "liste", "datei", "berichts", "bericht", "exports", "ausdrucks", "daten", "tabelle",
    "rapport", "fichier", "document", "l'export", "resultats", "informe", "lista", "archivo", "listado", "referto", "elenco", "stampa", "relatorio", "ficheiro", "arquivo",
    "resultados", "ergebnisse", "befunde", "laborwerte", "ubersicht", "risultati", "lijst", "overzicht", "uitslagen", "bestand", "raportu", "listy", "pliku", "rapporten", "listan", "rapporto",
];

/// An end with nothing behind it: nobody is called so.
const ALONE: &[&str] = &["end", "einde", "slut", "eof"];

/// What stands between rules with nothing else but numbers. "*** Confidential patient ***" may be somebody.
#[rustfmt::skip]
const BETWEEN_RULES: &[&str] = &["eof", "confidential", "strictly", "vertraulich", "confidentiel", "confidencial", "riservato", "vertrouwelijk"];

/// The same, with a number at least: "*** 2 rows ***", "--- Ward 5 ---". Ward and Sala alone may be somebody.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "row", "rows", "line", "lines", "zeilen", "lignes", "filas", "righe", "linhas", "rijen", "rader",
    "ward", "station", "abteilung", "afdeling", "reparto", "sala", "avdeling", "avdelning",
];

/// The same, if nothing but numbers, or what is counted, is behind them: "Total Smith" may be somebody, and so may Page.
#[rustfmt::skip]
const TOTALS: &[&str] = &[
    "total", "totals", "totale", "gesamt", "summe", "totaal", "suma", "razem", "celkem", "celkom", "antal", "yhteensa", "osszesen", "toplam", "ukupno",
    "итого", "всего", "合計", "合计", "总计", "共",
];
const PAGES: &[&str] = &["page", "seite", "pagina"];

/// Only some words and rules are nobody's: whatever else stands there may be somebody, or say what his samples are worth.
fn says_that_it_ends(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '*' | '-' | '=' | '_' | '#' | '~');
    let is_ruled = text.starts_with(is_mark) && text.ends_with(is_mark);
    let folded = fold_words(text.trim_matches(|c| is_mark(c) || c == ' '));
    let behind = |words: &&str| {
        let rest = folded.strip_prefix(*words);
        rest.filter(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let begins = BEGINS.iter().any(|words| behind(words).is_some());
    let is_alone = ALONE.contains(&folded.as_str());
    let is_document = |rest: &str| {
        let first = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = first.find(|c: char| !(c.is_alphanumeric() || c == '\''));
        DOCUMENTS.contains(&&first[..end.unwrap_or(first.len())])
    };
    let ends = ENDS.iter().filter_map(behind).any(is_document);
    let is_counted = |rest: &str| {
        rest.contains(|c: char| c == ':' || c.is_ascii_digit()) || NUMBERED.contains(&rest.trim())
    };
    let is_total = TOTALS.iter().filter_map(behind).any(is_counted);
    let is_page = PAGES.iter().filter_map(behind).any(is_page_number);
    // Within a rule, more is said in short: "*** End ***", "--- 2 records ---".
    let is_said = |word: &str| DOCUMENTS.contains(&word) || ENDS.contains(&word);
    let words = || {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let is_short = || words().any(is_said);
    let is_number =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= DIGITS;
    let has_number = words().any(is_number);
    let is_known = |word: &str| {
        is_number(word) || BETWEEN_RULES.contains(&word) || (has_number && NUMBERED.contains(&word))
    };
    let is_between = || words().all(is_known) && !words().all(is_number);
    // "Generated sample 1003", "Result of 1001": whatever ends, a number may be that of somebody, or a result.
    let says_no_more = || numbers::are_of_document(text);
    is_alone
        || numbers::is_count_of_rows(&folded)
        || is_total
        || is_page
        || (is_ruled && is_between())
        || ((begins || ends || (is_ruled && is_short())) && says_no_more())
}

/// Does a word of it name an analyte? "Total protein: 70" counts nothing. Of one or two letters it may be the first of a name.
fn speaks_of_test(text: &str) -> bool {
    const LEAST: usize = 3;
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| LEAST <= word.chars().count() && names_analyte(word))
}

/// With more digits it may be the number of somebody.
const DIGITS: usize = 3;

/// Between the number of a page and that of all.
const OF: &[&str] = &["of", "von", "de", "di", "sur", "van", "z"];

/// `3`, `: 3`, `1 of 3`, `1/3`.
fn is_page_number(behind: &str) -> bool {
    let mut numbers = 0;
    let mut parts = behind.split(|c: char| !c.is_alphanumeric());
    parts.all(|part| {
        let is_number = part.bytes().all(|c| c.is_ascii_digit());
        numbers += usize::from(is_number && !part.is_empty());
        match is_number {
            true => part.len() <= DIGITS,
            false => OF.contains(&part),
        }
    }) && (1..=2).contains(&numbers)
}

/// Does the line say that some sample is unfit, whichever number stands between the words for it?
fn says_what_samples_are_worth(text: &str) -> bool {
    static WORDS: OnceLock<ResultWords> = OnceLock::new();
    let words = WORDS.get_or_init(ResultWords::bundled);
    let without: String = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let without = without.split_whitespace().collect::<Vec<_>>().join(" ");
    words
        .absence(&without)
        .is_some_and(Absence::is_sample_fault)
        || words.fault_in(text).is_some()
}

/// The first cell of a record that has no other.
fn only_cell(record: &StringRecord) -> Option<&str> {
    let first = record
        .get(0)
        .map(str::trim)
        .filter(|cell| !is_blank(cell))?;
    record.iter().skip(1).all(is_blank).then_some(first)
}

#[cfg(test)]
mod tests;

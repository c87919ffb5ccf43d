//! The layout of an export as it was detected, as a structure and as a file to edit.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::describe::ONE_ROW_PER_RESULT;
use super::{
    AnalyteLayout, DecimalMark, Delimiter, EncodingLabel, Headers, Layout, Number, Shape, Thousands,
};
use crate::import::Export;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::shapes::wide::WideColumn;

/// What was detected and what was stated.
pub(crate) fn detected(export: &Export) -> Layout {
    let dialect = export.opened.dialect;
    let encoding = export.opened.encoding;
    let mut layout = Layout {
        shape: export.shape(),
        delimiter: Some(Delimiter(dialect.delimiter)),
        quoting: (!dialect.quoting).then_some(false),
        encoding: (encoding.encoding != encoding_rs::UTF_8)
            .then(|| EncodingLabel(encoding.encoding.name().to_string())),
        header_line: Some(export.opened.header_line),
        decimal: Some(DecimalMark(if export.numbers.decimal_comma {
            ','
        } else {
            '.'
        })),
        thousands: Some(Thousands(export.numbers.thousands)),
        date_order: export.date_order,
        columns: BTreeMap::new(),
        analytes: export.stated.analytes.clone(),
    };
    let Some(plan) = &export.plan else {
        layout.columns.clone_from(&export.stated.columns);
        return layout;
    };
    for role in Role::ALL {
        let mut headers = plan
            .pick(*role)
            .columns()
            .map(|at| reference(&plan.headers, at));
        match (headers.next(), headers.next()) {
            (None, _) => {}
            (Some(one), None) => {
                layout.columns.insert(*role, Headers::One(one));
            }
            (Some(one), Some(two)) => {
                let all = [one, two].into_iter().chain(headers).collect();
                layout.columns.insert(*role, Headers::Many(all));
            }
        }
    }
    if plan.shape == Shape::Wide {
        layout.analytes = plan
            .wide
            .iter()
            .map(|column| analyte(&plan.headers, column))
            .collect();
    }
    layout
}

/// A file that reads back to [`detected`].
pub(crate) fn to_toml(export: &Export) -> String {
    let layout = detected(export);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "# How {} is read. Everything here is optional: what is left out is detected.\n\
         # Use it with --layout. A column is named by its header, or by its number (\"#3\").\n",
        export.label().replace(|c: char| c.is_control(), " ")
    );
    if export.plan.is_none() {
        let _ = writeln!(
            text,
            "# Which columns hold results is not understood. {ONE_ROW_PER_RESULT}\n"
        );
    }
    let mut line = |key: &str, value: Option<String>, remark: &str| {
        let _ = match value {
            Some(value) => writeln!(text, "{:<26} # {remark}", format!("{key} = {value}")),
            None => writeln!(text, "# {:<24} # {remark}", format!("{key} =")),
        };
    };
    line(
        "shape",
        layout.shape.map(|shape| quoted(shape.as_str())),
        "long: one row per result; wide: one column per analyte; cumulative: one column per date",
    );
    line(
        "delimiter",
        layout.delimiter.as_ref().map(delimiter),
        "\",\" \";\" \"|\" \"tab\"",
    );
    if layout.quoting == Some(false) {
        line("quoting", Some("false".into()), "whether \" encloses cells");
    }
    let encoding = layout.encoding.as_ref().map(|label| quoted(&label.0));
    line(
        "encoding",
        encoding,
        "only needed where the file is not UTF-8",
    );
    line(
        "header_line",
        layout.header_line.map(|line| line.to_string()),
        "the first line is 1",
    );
    line(
        "decimal",
        layout
            .decimal
            .as_ref()
            .map(|mark| quoted(&mark.0.to_string())),
        "\".\" or \",\"",
    );
    let thousands = layout.thousands.as_ref().map(|mark| {
        quoted(
            &mark
                .0
                .map_or_else(|| "none".to_string(), |mark| mark.to_string()),
        )
    });
    line(
        "thousands",
        thousands,
        "mark between groups of three digits, or \"none\"",
    );
    let order = layout.date_order.map(|order| quoted(order.as_str()));
    line(
        "date_order",
        order,
        "\"dmy\", \"mdy\" or \"ymd\" (of years with two digits), if the file does not tell",
    );

    text.push_str("\n[columns]\n");
    let wide = layout.shape == Some(Shape::Wide);
    for role in Role::ALL
        .iter()
        .filter(|role| !wide || role.is_of_the_row())
    {
        let value = layout.columns.get(role).map(|headers| match headers {
            Headers::One(header) => quoted(header),
            Headers::Many(headers) => {
                let headers: Vec<String> = headers.iter().map(|h| quoted(h)).collect();
                format!("[{}]", headers.join(", "))
            }
        });
        let _ = match value {
            Some(value) => writeln!(text, "{} = {value}", role.as_str()),
            None => writeln!(text, "# {} = \"\"    # {}", role.as_str(), role.meaning()),
        };
    }
    let unused = unused_headers(export);
    if !unused.is_empty() {
        let _ = writeln!(text, "# Not used: {}", unused.join(", "));
    }
    if layout.analytes.is_empty() {
        text.push_str(if wide || layout.shape.is_none() {
            "\n# One entry for each column with results of one analyte:\n\
             # [[analytes]]\n# column = \"Glucose\"\n# name = \"glucose\"\n# unit = \"mmol/L\"\n# specimen = \"plasma\"\n"
        } else {
            "\n# What blank cells of one analyte mean:\n\
             # [[analytes]]\n# name = \"Glucose\"\n# unit = \"mmol/L\"\n# specimen = \"plasma\"\n"
        });
    }
    for analyte in &layout.analytes {
        write_analyte(&mut text, analyte);
    }
    text
}

/// The header of a column, or its number where the header does not tell it from others.
pub(crate) fn reference(headers: &[String], at: usize) -> String {
    let header = headers.get(at).map_or("", |header| header.trim());
    let folded = vocabulary::fold(header);
    let first = headers.iter().position(|other| other.trim() == header);
    if header.is_empty() || first != Some(at) || folded.is_empty() {
        return format!("#{}", at + 1);
    }
    header.to_string()
}

fn analyte(headers: &[String], column: &WideColumn) -> AnalyteLayout {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_string());
    let header = |at: Option<usize>| at.map(|at| reference(headers, at));
    AnalyteLayout {
        column: Some(reference(headers, column.value)),
        name: text(&column.name),
        code: None,
        loinc: text(&column.loinc),
        unit: text(&column.unit),
        unit_column: header(column.unit_column),
        specimen: text(&column.specimen),
        condition: text(&column.condition),
        low: text(&column.low).map(Number),
        high: text(&column.high).map(Number),
        low_column: header(column.low_column),
        high_column: header(column.high_column),
        range_column: header(column.range_column),
        flag_column: header(column.flag_column),
    }
}

fn write_analyte(text: &mut String, analyte: &AnalyteLayout) {
    text.push_str("\n[[analytes]]\n");
    let number = |number: &Option<Number>| number.as_ref().map(|number| number.0.clone());
    for (key, value) in [
        ("column", analyte.column.clone()),
        ("name", analyte.name.clone()),
        ("code", analyte.code.clone()),
        ("loinc", analyte.loinc.clone()),
        ("unit", analyte.unit.clone()),
        ("unit_column", analyte.unit_column.clone()),
        ("specimen", analyte.specimen.clone()),
        ("condition", analyte.condition.clone()),
        ("low", number(&analyte.low)),
        ("high", number(&analyte.high)),
        ("low_column", analyte.low_column.clone()),
        ("high_column", analyte.high_column.clone()),
        ("range_column", analyte.range_column.clone()),
        ("flag_column", analyte.flag_column.clone()),
    ] {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {}", quoted(&value));
        }
    }
    // The commonest gap of a wide export, shown where it is to be filled in.
    if analyte.unit.is_none() && analyte.unit_column.is_none() {
        text.push_str("# unit = \"\"\n");
    }
}

fn unused_headers(export: &Export) -> Vec<String> {
    let headers = export
        .plan
        .as_ref()
        .map_or(&export.opened.headers, |plan| &plan.headers);
    let used = |at: usize| {
        export
            .plan
            .as_ref()
            .is_some_and(|plan| plan.uses_column(at))
    };
    (0..headers.len())
        .filter(|at| !used(*at) && !headers[*at].trim().is_empty())
        .map(|at| quoted(&reference(headers, at)))
        .collect()
}

fn delimiter(delimiter: &Delimiter) -> String {
    match delimiter.0 {
        b'\t' => quoted("tab"),
        byte => quoted(&char::from(byte).to_string()),
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

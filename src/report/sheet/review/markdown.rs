//! The reviews as Markdown.

use super::super::head;
use super::super::line::{facts, small, subject};
use super::super::markdown::{escape, put, write_groups};
use super::{
    IN_DOUBT, NOT_A_DIAGNOSIS, PHONE_NOW, asked, counted, identity, left_out, missing, provenance,
    rest_title, result, said_of, sourced, to_look_for, to_read,
};
use crate::preop::sheet::{Item, Provenance, State};
use crate::workup::schema::Head;
use crate::workup::sheet::{Review, Standing, Test};

/// One review after the other.
pub(super) fn write(reviews: &[Review], workup: &Head, origin: &Provenance) -> String {
    let mut out = String::new();
    for review in reviews {
        write_review(&mut out, review, workup, origin);
    }
    out
}

fn write_review(out: &mut String, review: &Review, workup: &Head, origin: &Provenance) {
    put(
        out,
        &format!("# Review of a work-up: {}\n", escape(&workup.title)),
    );
    for line in identity(review) {
        put(out, &format!("{}  ", escape(&line)));
    }
    put(out, &format!("Scope: {}\n", escape(&workup.scope)));
    for line in counted(review) {
        put(out, &format!("**{}**\n", escape(&line)));
    }
    for notice in &review.notices {
        put(out, &format!("> **Check:** {}\n", escape(&notice.text)));
    }
    for part in &review.left_out {
        put(
            out,
            &format!("> **Left out:** {}\n", escape(&left_out(part))),
        );
    }
    write_criticals(out, PHONE_NOW, &review.critical, false);
    write_criticals(out, IN_DOUBT, &review.critical_in_doubt, false);
    write_parts(out, review, false);
    put(out, &format!("## {}\n", rest_title(review)));
    write_groups(out, &review.rest, false);
    put(out, "## To ask\n");
    write_questions(out, review, false);
    if review.has_confidential() {
        put(out, &format!("## {}\n", escape(head::CONFIDENTIAL)));
        write_criticals(out, PHONE_NOW, &review.critical, true);
        write_criticals(out, IN_DOUBT, &review.critical_in_doubt, true);
        write_parts(out, review, true);
        write_groups(out, &review.rest, true);
        write_questions(out, review, true);
        put(out, "END OF THE CONFIDENTIAL PART\n");
    }
    put(out, "## What this rests on\n");
    for line in provenance(origin) {
        put(out, &format!("- {}", escape(&line)));
    }
    put(out, &format!("\n{NOT_A_DIAGNOSIS}\n"));
}

fn write_criticals(out: &mut String, title: &str, items: &[Item], confidential: bool) {
    let items: Vec<&Item> = items
        .iter()
        .filter(|item| item.confidential == confidential)
        .collect();
    if items.is_empty() {
        return;
    }
    put(out, &format!("## {title} ({})\n", items.len()));
    for item in items {
        let mark = match item.state {
            State::Stop => "CRITICAL",
            _ => "NOT USABLE",
        };
        put(
            out,
            &format!("- **{mark}** **{}**  ", escape(&subject(item))),
        );
        put(out, &format!("  {}  ", escape(&facts(item).join(" · "))));
        put(out, &format!("  {}  ", escape(&item.action)));
        if item.state == State::Stop {
            put(out, &format!("  {}  ", escape(head::PHONED)));
        }
        put(out, &format!("  {}", escape(&small(item).join(" · "))));
    }
    out.push('\n');
}

fn write_parts(out: &mut String, review: &Review, confidential: bool) {
    for part in review.parts.iter().filter(|part| part.has(confidential)) {
        put(out, &format!("## {}\n", escape(&part.title)));
        for said in said_of(part) {
            put(out, &format!("{}\n", escape(&said)));
        }
        for test in part.tests.iter().filter(|test| test.has(confidential)) {
            write_test(out, test, confidential);
        }
    }
}

fn write_test(out: &mut String, test: &Test, confidential: bool) {
    put(out, &format!("**{}**  ", escape(&asked(test))));
    put(out, &format!("{}\n", escape(&sourced(test).join(" · "))));
    for line in test.lines(confidential) {
        for (at, row) in line.results.iter().enumerate() {
            let parts = result(line, row, at == 0);
            let mark = if at == 0 { line.state.word() } else { "also" };
            put(
                out,
                &format!(
                    "- **{mark}** **{}** · {}",
                    escape(&parts[0]),
                    escape(&parts[1..].join(" · "))
                ),
            );
        }
    }
    for (names, reason) in missing(test.lines(confidential)) {
        let because = if reason.is_empty() {
            String::new()
        } else {
            format!(" · {reason}")
        };
        put(
            out,
            &format!(
                "- **{}** {}{}",
                Standing::Missing.word(),
                escape(&names),
                escape(&because)
            ),
        );
    }
    for row in test.by_eye(confidential).flat_map(|test| &test.results) {
        let parts = to_read(row);
        put(
            out,
            &format!(
                "- **READ BY EYE** **{}** · {}",
                escape(&parts[0]),
                escape(&parts[1..].join(" · "))
            ),
        );
    }
    if let Some(names) = to_look_for(test.by_eye(confidential)) {
        put(out, &format!("- **LOOK FOR IT** {}", escape(&names)));
    }
    out.push('\n');
}

fn write_questions(out: &mut String, review: &Review, confidential: bool) {
    for question in review
        .questions
        .iter()
        .filter(|question| question.confidential == confidential)
    {
        put(out, &format!("- {}", escape(&head::question(question))));
    }
    out.push('\n');
}

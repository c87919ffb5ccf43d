//! The top of a sheet: who, which surgery, the verdict, what is wrong with the data, and the two
//! courses that are always looked at.

use maud::{Markup, html};

use super::super::{added, head};
use super::svg;
use super::words::{blank, dated, own};
use crate::preop::policy::schema::SurgeryGrade;
use crate::preop::sheet::{Identity, Notice, Provenance, Sheet, Surgery, Trend};
use crate::text::counted_days;

/// More points of a course than this are only in section G.
const LATEST: usize = 5;

/// Who, in one line: it stands at the top of every printed page. `more` stands behind the day of birth;
/// `number` tells several sheets apart where the file names nobody.
pub(super) fn running(
    title: &str,
    patient: &Identity,
    more: &Markup,
    number: Option<usize>,
) -> Markup {
    html! {
        div.running {
            h1 {
                span.document { (title) } " "
                span.who {
                    "Patient "
                    @if patient.id.trim().is_empty() { (blank("medium")) span.light { " not named in the file" } }
                    @else { (own(&patient.id)) }
                }
            }
            p.born {
                "born " @if patient.birth.is_empty() { (blank("short")) } @else { (own(&patient.birth)) }
                " \u{b7} " (more)
                @if let Some(number) = number { " " span.light { "sheet " (number) } }
            }
        }
    }
}

/// Which surgery, for the running head.
pub(super) fn surgery(surgery: &Surgery) -> Markup {
    html! {
        "surgery "
        @if surgery.date.is_empty() { (blank("short")) } @else { (own(&surgery.date)) }
    }
}

/// The sex as the export states it, or that it does not.
pub(super) fn sex(patient: &Identity) -> &'static str {
    match patient.sex {
        "female" | "male" => patient.sex,
        _ => "sex not stated",
    }
}

/// Sex and age, or that they are not known.
pub(super) fn sex_and_age(patient: &Identity) -> Markup {
    html! {
        (sex(patient)) ", "
        @if patient.age.is_empty() { "age not known" } @else { (own(&patient.age)) }
    }
}

/// The header's fields: what the export and the user said, and a line to write on for the rest.
pub(super) fn header(sheet: &Sheet, provenance: &Provenance) -> Markup {
    let (patient, surgery) = (&sheet.patient, &sheet.surgery);
    html! {
        dl.header {
            (field("Name", "wide", blank("full")))
            (field("Second identifier", "", blank("full")))
            (field("Sex, age at surgery", "", sex_and_age(patient)))
            (field("Procedure", "wide", given(&surgery.procedure)))
            (field("Day of surgery", "wide", html! {
                (given(&surgery.date)) " " span.light { (days_to(surgery.days_to, provenance)) }
            }))
            (field("Surgery grade", "", given(surgery.grade.map_or("", SurgeryGrade::as_str))))
            (field("ASA grade", "", match surgery.asa {
                Some(asa) => html! { (asa) },
                None => blank("full"),
            }))
            (field("Contexts given", "wide", html! {
                @if surgery.contexts.is_empty() { "none" } @else { (own(&surgery.contexts.join(", "))) }
                @if !surgery.denied.is_empty() {
                    span.light { " \u{b7} said not to hold: " (own(&surgery.denied.join(", "))) }
                }
            }))
        }
    }
}

/// One field of a header: its name, how wide it is, what stands in it.
pub(super) fn field(name: &str, width: &str, content: Markup) -> Markup {
    html! { div.(width) { dt { (name) } dd { (content) } } }
}

/// What was given, or a line to write it on.
fn given(text: &str) -> Markup {
    if text.trim().is_empty() {
        blank("full")
    } else {
        own(text)
    }
}

/// Counted from the day of printing, which is named: a sheet is read on other days, too.
fn days_to(days: Option<i64>, provenance: &Provenance) -> String {
    let today = provenance.when.get(..10).unwrap_or("printing");
    match days {
        None => String::new(),
        Some(0) => format!("on {today}, the day of printing"),
        Some(1) => format!("1 day from {today}"),
        Some(days) if 0 < days => format!("{days} days from {today}"),
        Some(days) => format!("{} before {today}: past", counted_days(days)),
    }
}

/// The verdict: one line out of four, with what it leaves open.
pub(super) fn verdict(sheet: &Sheet) -> Markup {
    html! {
        div.verdict.(sheet.verdict.key()) {
            h2 {
                strong { (head::verdict(sheet)) } " "
                span.counts { (added(sheet)) }
            }
        }
    }
}

/// Nobody has made an example policy his own: that stands on every sheet, not only in its foot.
pub(super) fn example(provenance: &Provenance) -> Markup {
    unowned(
        provenance,
        "EXAMPLE POLICY",
        "no anaesthetist has made these limits this site's own. Do not act on them until one has.",
    )
}

/// The same of anything that a sheet is held against.
pub(super) fn unowned(provenance: &Provenance, what: &str, says: &str) -> Markup {
    html! {
        @if provenance.policy_is_example { p.example { b { (what) } " \u{2013} " (says) } }
    }
}

/// What is wrong with the file or the patient's data, and that there is a confidential part.
pub(super) fn notices(notices: &[Notice], has_confidential: bool) -> Markup {
    html! {
        @if !notices.is_empty() || has_confidential {
            ul.notices {
                @for notice in notices { li { b { "Notice" } " " (own(&notice.text)) } }
                @if has_confidential { li { "There is a confidential part (separate page)." } }
            }
        }
    }
}

/// The course of potassium and creatinine.
pub(super) fn trends(trends: &[Trend]) -> Markup {
    html! {
        @if !trends.is_empty() {
            dl.trends { @for trend in trends { div { dt { (own(&trend.name)) } dd { (course(trend)) } } } }
        }
    }
}

fn course(trend: &Trend) -> Markup {
    let earlier = trend.points.len().saturating_sub(LATEST);
    html! {
        @if trend.points.is_empty() && trend.unread.is_empty() { span.none { "none in the file" } }
        @else {
            (svg::sparkline(&trend.points, &trend.name))
            @if earlier != 0 { span.point.light { (earlier) " earlier:" br; "section G" } }
            @for (at, point) in trend.points[earlier..].iter().enumerate() {
                // Which of two was first is not said by their place where nobody knows it.
                @if at != 0 && !point.follows { span.point.light { "and" } }
                (shown(&point.text, point.mark, point.stands_in, &point.collected))
            }
            @for row in &trend.unread { (shown(&row.text, row.mark, row.stands_in, &row.collected)) }
        }
    }
}

/// One result of a course: its number, why it is none to go by, and its day.
fn shown(text: &str, mark: &str, stands_in: &str, collected: &str) -> Markup {
    html! {
        span.point {
            b { (own(text)) }
            @if !mark.is_empty() { " " b.state.dashed { (mark) } }
            br;
            span.light { @if collected.is_empty() { "day not known" } @else { (dated(stands_in, collected)) } }
        }
    }
}

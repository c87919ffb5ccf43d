//! A sheet with a hostile or overlong text wherever a file can put one.

use super::parts::past;
use super::{Sheet, full};

/// The same hostile or overlong text wherever a file can put one.
pub fn hostile(text: &str) -> Sheet {
    let mut sheet = full(text);
    let own = || text.to_owned();
    sheet.patient.birth = own();
    sheet.patient.age = own();
    sheet.surgery.procedure = own();
    sheet.surgery.date = own();
    sheet.surgery.contexts.push(own());
    sheet.surgery.denied.push(own());
    for item in &mut sheet.items {
        for field in [
            &mut item.group,
            &mut item.name,
            &mut item.value,
            &mut item.unit,
            &mut item.limit,
            &mut item.limit_owner,
            &mut item.interval,
            &mut item.interval_source,
            &mut item.collected,
            &mut item.sample,
            &mut item.sample_remark,
            &mut item.action,
            &mut item.source,
        ] {
            *field = own();
        }
        item.previous = past(text, text, text);
        item.last_usable = past(text, text, text);
        item.also_crossed = vec![own()];
    }
    for notice in &mut sheet.notices {
        notice.text = own();
    }
    for trend in &mut sheet.trends {
        trend.name = own();
        for point in &mut trend.points {
            (point.text, point.collected) = (own(), own());
        }
    }
    for group in &mut sheet.groups {
        group.title = own();
        for row in &mut group.rows {
            for field in [
                &mut row.name,
                &mut row.value,
                &mut row.unit,
                &mut row.interval,
                &mut row.interval_source,
                &mut row.previous,
                &mut row.collected,
            ] {
                *field = own();
            }
            row.remarks = vec![own(), own()];
        }
    }
    for question in &mut sheet.questions {
        (question.ask, question.because) = (own(), own());
    }
    for test in &mut sheet.indicated {
        (test.title, test.condition, test.source) = (own(), own(), own());
    }
    sheet
}

//! Two drawings: where a value lies in its interval, and the course of an analyte. Each only repeats
//! what stands in words beside it.

use maud::{Markup, html};

use crate::preop::sheet::{Point, Position};

/// Width and height of a bar.
const BAR: (f64, f64) = (84.0, 12.0);

/// Share of the bar below the interval, and above it.
const MARGIN: f64 = 0.25;

/// Width and height of a course.
const COURSE: (f64, f64) = (84.0, 20.0);

/// Room around the points of a course, so that none is cut.
const PAD: f64 = 4.0;

/// The value in its interval: the interval as a band with its ends marked, open where it has none; a
/// value far outside as an arrow at the edge.
pub(super) fn bar(position: &Position, label: &str) -> Markup {
    let Some(share) = share(position) else {
        return html! {};
    };
    let (width, height) = BAR;
    let at = |share: f64| share * width;
    let from = position.low.map_or(0.0, |_| at(MARGIN));
    let to = position.high.map_or(width, |_| at(1.0 - MARGIN));
    let (top, bottom, middle) = (2.0, height - 2.0, height / 2.0);
    html! {
        svg.bar role="img" aria-label=(label) viewBox=(format!("0 0 {width} {height}")) {
            title { (label) }
            path.axis d=(format!("M0 {middle}H{width}")) {}
            rect.band x=(digit(from)) y="3.5" width=(digit(to - from)) height="5" {}
            @if position.low.is_some() { path.end d=(format!("M{} {top}V{bottom}", digit(from))) {} }
            @if position.high.is_some() { path.end d=(format!("M{} {top}V{bottom}", digit(to))) {} }
            path.mark d=(mark(share, width, height)) {}
        }
    }
}

/// Where the value lies on the bar, 0 to 1 if it is not far outside. None without a limit or a number.
fn share(position: &Position) -> Option<f64> {
    let value = Some(position.value).filter(|value| value.is_finite())?;
    let inner = 1.0 - 2.0 * MARGIN;
    let share = match (position.low, position.high) {
        (Some(low), Some(high)) if low < high => MARGIN + inner * (value - low) / (high - low),
        // One limit has no scale of its own: its distance from zero serves.
        (Some(low), None) => MARGIN + inner * (value - low) / scale(low),
        (None, Some(high)) => 1.0 - MARGIN + inner * (value - high) / scale(high),
        _ => return None,
    };
    Some(share)
}

fn scale(limit: f64) -> f64 {
    if limit == 0.0 { 1.0 } else { limit.abs() }
}

/// A diamond at the value, or an arrow at the edge that it lies beyond.
fn mark(share: f64, width: f64, height: f64) -> String {
    let middle = height / 2.0;
    let half = 4.0;
    let (left, right) = (half / width, 1.0 - half / width);
    if share < left {
        format!("M0 {middle}L7 1V{}Z", height - 1.0)
    } else if right < share {
        format!("M{width} {middle}L{} 1V{}Z", width - 7.0, height - 1.0)
    } else {
        let x = share * width;
        let [from, x, to] = [x - half, x, x + half].map(digit);
        format!(
            "M{from} {middle}L{x} 1.5L{to} {middle}L{x} {}Z",
            height - 1.5
        )
    }
}

/// The course of an analyte: a line through the usable points, the unusable ones hollow and beside it.
pub(super) fn sparkline(points: &[Point], name: &str) -> Markup {
    let drawn: Vec<&Point> = points.iter().filter(|p| p.canonical.is_finite()).collect();
    if drawn.len() < 2 {
        return html! {};
    }
    let (width, height) = COURSE;
    let across = across(&drawn);
    let (low, high) = drawn.iter().fold((f64::MAX, f64::MIN), |(low, high), p| {
        (low.min(p.canonical), high.max(p.canonical))
    });
    let span = high - low;
    let spots: Vec<(f64, f64, bool)> = (drawn.iter().zip(across))
        .map(|(point, share)| {
            let up = if span > 0.0 {
                (point.canonical - low) / span
            } else {
                0.5
            };
            let x = PAD + share * (width - 2.0 * PAD);
            let y = height - PAD - up * (height - 2.0 * PAD);
            (x, y, point.usable)
        })
        .collect();
    html! {
        svg.course role="img" aria-label=(format!("course of {name}")) viewBox=(format!("0 0 {width} {height}")) {
            title { "Course of " (name) }
            desc { (told(points)) }
            @for line in lines(&drawn, &spots) { polyline points=(line.join(" ")) {} }
            @for (x, y, usable) in &spots {
                circle.hollow[!usable] cx=(digit(*x)) cy=(digit(*y)) r=(if *usable { "1.8" } else { "2.6" }) {}
            }
        }
    }
}

/// The usable points, joined where one was collected after the other: of two whose order nobody knows, no
/// line leads to either.
fn lines(drawn: &[&Point], spots: &[(f64, f64, bool)]) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = vec![Vec::new()];
    for (at, (point, (x, y, usable))) in drawn.iter().zip(spots).enumerate() {
        if at != 0 && !point.follows {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut().filter(|_| *usable) {
            line.push(format!("{},{}", digit(*x), digit(*y)));
        }
    }
    lines.retain(|line| 1 < line.len());
    lines
}

/// Where the points lie from left to right, 0 to 1: by time if every time is known, else evenly.
fn across(points: &[&Point]) -> Vec<f64> {
    let times: Option<Vec<f64>> = points.iter().map(|point| point.minutes).collect();
    let even = |count: usize| {
        (0..count)
            .map(|at| at as f64 / (count - 1).max(1) as f64)
            .collect()
    };
    let Some(times) = times else {
        return even(points.len());
    };
    let (first, last) = times
        .iter()
        .fold((f64::MAX, f64::MIN), |(first, last), time| {
            (first.min(*time), last.max(*time))
        });
    if last - first > 0.0 {
        times
            .iter()
            .map(|time| (time - first) / (last - first))
            .collect()
    } else {
        even(points.len())
    }
}

/// The points in words. A long course is told by its ends: every value is in the table.
fn told(points: &[Point]) -> String {
    const TOLD: usize = 6;
    let say = |point: &Point| {
        let spoiled = if point.usable { "" } else { ", not usable" };
        format!("{} ({}{spoiled})", point.text, point.collected)
    };
    let earlier = points.len().saturating_sub(TOLD);
    let mut told: Vec<String> = points[earlier..].iter().map(say).collect();
    if earlier != 0 {
        told.insert(0, format!("{earlier} earlier"));
    }
    told.join("; ")
}

/// One decimal: a tenth of a pixel is enough.
fn digit(number: f64) -> String {
    format!("{number:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(value: f64, low: Option<f64>, high: Option<f64>) -> String {
        bar(&Position { value, low, high }, "x").into_string()
    }

    #[test]
    fn the_mark_lies_where_the_value_lies() {
        for (value, low, high, share) in [
            (3.5, Some(3.5), Some(5.5), 0.25),
            (4.5, Some(3.5), Some(5.5), 0.5),
            (5.5, Some(3.5), Some(5.5), 0.75),
            (60.0, Some(60.0), None, 0.25),
            (120.0, Some(60.0), None, 0.75),
            (40.0, None, Some(40.0), 0.75),
            (0.0, None, Some(40.0), 0.25),
        ] {
            let found = super::share(&Position { value, low, high });
            assert_eq!(found, Some(share), "{value} in {low:?} to {high:?}");
        }
    }

    #[test]
    fn far_outside_is_an_arrow_and_nothing_leaves_the_drawing() {
        for (value, start) in [(-900.0, "M0 6L7"), (900.0, "M84 6L77")] {
            let drawn = at(value, Some(3.5), Some(5.5));
            assert!(drawn.contains(start), "{drawn}");
        }
    }

    #[test]
    fn an_open_end_has_no_mark() {
        assert_eq!(
            at(4.0, Some(3.5), Some(5.5))
                .matches("class=\"end\"")
                .count(),
            2
        );
        assert_eq!(at(4.0, None, Some(5.5)).matches("class=\"end\"").count(), 1);
        assert_eq!(at(4.0, Some(3.5), None).matches("class=\"end\"").count(), 1);
        // Nothing to draw against.
        assert_eq!(at(4.0, None, None), "");
        assert_eq!(at(4.0, Some(5.5), Some(3.5)), "");
        assert_eq!(at(f64::NAN, Some(3.5), Some(5.5)), "");
        assert_eq!(at(f64::INFINITY, None, Some(5.5)), "");
    }

    fn point(canonical: f64, minutes: Option<f64>, usable: bool) -> Point {
        Point {
            text: canonical.to_string(),
            canonical,
            collected: String::new(),
            stands_in: "",
            minutes,
            usable,
            mark: if usable { "" } else { "NOT USABLE" },
            follows: minutes.is_some(),
        }
    }

    #[test]
    fn unusable_points_are_hollow_and_off_the_line() {
        let points = [
            point(4.0, Some(0.0), true),
            point(7.9, Some(10.0), false),
            point(4.2, Some(20.0), true),
        ];
        let drawn = sparkline(&points, "Potassium").into_string();
        assert_eq!(drawn.matches("<circle").count(), 3);
        assert_eq!(drawn.matches("class=\"hollow\"").count(), 1);
        assert!(drawn.contains("points=\"4.0,16.0 80.0,15.4\""), "{drawn}");
        assert!(drawn.contains("7.9 (, not usable)"), "{drawn}");
    }

    #[test]
    fn a_course_without_times_is_evenly_spaced() {
        let points = [
            point(1.0, None, true),
            point(1.0, None, true),
            point(1.0, Some(9.0), true),
        ];
        let drawn = sparkline(&points, "x").into_string();
        for x in ["4.0", "42.0", "80.0"] {
            assert!(drawn.contains(&format!("cx=\"{x}\"")), "{drawn}");
        }
        assert_eq!(sparkline(&points[..1], "x").into_string(), "");
    }

    #[test]
    fn no_line_joins_what_has_no_known_order() {
        let drawn = |follows: [bool; 3]| {
            let points: Vec<Point> = (follows.iter().enumerate())
                .map(|(at, follows)| Point {
                    follows: *follows,
                    ..point(at as f64, Some(at as f64), true)
                })
                .collect();
            let drawn = sparkline(&points, "x").into_string();
            drawn.matches("<polyline").count()
        };
        assert_eq!(drawn([false, true, true]), 1);
        assert_eq!(drawn([false, false, true]), 1);
        assert_eq!(drawn([false, false, false]), 0);
    }
}

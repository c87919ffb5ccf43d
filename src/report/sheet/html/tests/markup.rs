//! The markup: text from a file stays text, nothing is loaded from elsewhere, and tags are in order.

use super::*;

#[test]
fn hostile_text_stays_text() {
    let nasty = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\u{202e}a\u{200b}\u{0}\u{1b}[31m\u{2066}";
    let sheets = [cases::hostile(nasty), cases::hostile(nasty)];
    let shown = page(&sheets, &cases::provenance());
    for bad in ["<script", "<img", "\"'&<", "&#"] {
        assert!(!shown.contains(bad), "{bad}");
    }
    let hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(shown.chars().find(|c| hidden(*c)), None);
    assert!(shown.contains("&lt;script&gt;"));
}

#[test]
fn the_file_needs_nothing_else() {
    let page = page(
        &[cases::full("1"), cases::confidential("2")],
        &cases::provenance(),
    );
    for bad in [
        "<script",
        "<link",
        "<img",
        "url(",
        "@import",
        "http:",
        "https:",
        "javascript",
        " style=\"",
        " on",
    ] {
        let body = page.split("<body>").nth(1).expect("a body");
        let place = if bad == " on" || bad == " style=\"" {
            tags(body)
        } else {
            page.clone()
        };
        assert!(!place.contains(bad), "{bad}");
    }
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(page.contains("default-src 'none'"));
}

/// The tags alone.
fn tags(body: &str) -> String {
    let of = |part: &str| part.split('>').next().unwrap_or("").to_owned();
    let unquoted = |tag: String| tag.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
    body.split('<').map(of).map(unquoted).collect()
}

#[test]
fn tags_and_headings_are_in_order() {
    let provenance = cases::provenance();
    let many = [
        cases::full("1"),
        cases::confidential("2"),
        cases::hostile("W"),
    ];
    for page in [
        page(&many, &provenance),
        of(cases::empty("")),
        of(cases::quiet("3")),
    ] {
        let body = page
            .split("<body>")
            .nth(1)
            .expect("a body")
            .split("</body>")
            .next()
            .expect("its end");
        let (mut open, mut level) = (Vec::new(), 0);
        for part in body.split('<').skip(1) {
            let tag: String = (part.chars())
                .take_while(|c| c.is_alphanumeric() || *c == '/')
                .collect();
            if let Some(end) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(end), "…{part}");
            } else {
                if let Some(depth) = tag.strip_prefix('h').and_then(|d| d.parse::<u8>().ok()) {
                    assert!(depth <= level + 1 && depth <= 3, "h{depth} after h{level}");
                    level = depth;
                }
                if tag != "br" {
                    open.push(tag);
                }
            }
        }
        assert!(open.is_empty(), "{open:?}");
        // Every drawing says in words what it shows; every table has a caption and headers.
        assert_eq!(
            page.matches("<svg").count(),
            page.matches("role=\"img\" aria-label=\"").count()
        );
        assert_eq!(
            page.matches("<svg").count(),
            page.matches("<title>").count() - 1
        );
        assert_eq!(
            body.matches("role=\"table\"").count(),
            body.matches("<caption>").count()
        );
    }
}

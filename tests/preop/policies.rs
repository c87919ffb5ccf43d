//! A policy is data: a site copies the example, changes it and passes it. What is wrong in it is found,
//! with line and column.

use serumcheck::preop::Policy;

use crate::bench::{case, catalog, items, policy, sheets_by};

fn parse(text: &str) -> Policy {
    Policy::parse("site.toml", text, catalog()).expect("a policy")
}

/// The bundled policy with one text in it replaced, which must stand there once or more.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let text = policy().text();
    assert!(text.contains(from), "{from} is not in the policy");
    text.replacen(from, to, 1)
}

#[test]
fn the_bundled_policy_has_nothing_to_find() {
    let findings = Policy::lint(Policy::BUNDLED, Policy::bundled_text(), catalog());
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn it_is_an_example_that_nobody_owns_and_the_sheet_says_so() {
    let head = policy().head();
    assert!(head.example);
    assert!(head.owner.starts_with("no one yet"), "{}", head.owner);
    let text = crate::words::print(
        &[crate::bench::sheet("minor asa-1", &[])],
        serumcheck::report::sheet::SheetForm::Text,
    );
    assert!(text.contains("This policy is an EXAMPLE."), "{text}");
}

#[test]
fn every_limit_names_its_owner_and_its_source() {
    for row in policy().limit_rows() {
        assert!(
            !row.owner.trim().is_empty(),
            "{} {}",
            row.analyte,
            row.crossed
        );
        assert!(
            !row.says.trim().is_empty(),
            "{} {}",
            row.analyte,
            row.crossed
        );
        // A claim that was read nowhere says where it is said to come from, or that nobody knows.
        if row.source == "unsourced" {
            assert!(row.note.is_some(), "{} {}", row.analyte, row.crossed);
        }
    }
    for row in policy().window_rows() {
        assert!(!row.owner.trim().is_empty(), "{:?}", row.tests);
    }
}

#[test]
fn what_is_not_followed_is_kept_and_has_no_effect() {
    let limits: Vec<_> = policy()
        .limit_rows()
        .iter()
        .filter(|row| !row.in_force)
        .collect();
    assert!(!limits.is_empty());
    for row in limits {
        assert!(row.note.is_some(), "why: {} {}", row.analyte, row.crossed);
    }
    // `> 5.5` would say: consider cancelling.
    let sheet = crate::bench::sheet("minor asa-1", &["Potassium | 5.6 mmol/L"]);
    let said = format!("{:?}", sheet.items);
    assert!(
        said.contains("UKKA 2023") && !said.contains("teaching note"),
        "{said}"
    );
}

#[test]
fn a_site_s_own_limit_changes_the_sheet() {
    let cases = [case("minor asa-1", &["Potassium | 5.7 mmol/L"])];
    let said = |text: &str| items(&sheets_by(&parse(text), &cases)[0]).join(", ");
    assert_eq!(said(policy().text()), "B review potassium");
    let stricter = changed("crossed = \">= 6.0 mmol/L\"", "crossed = \">= 5.7 mmol/L\"");
    assert_eq!(said(&stricter), "A stop potassium");
    let milder = changed("crossed = \">= 5.5 mmol/L\"", "crossed = \">= 5.8 mmol/L\"");
    // Outside its interval, and past no limit: recorded.
    assert_eq!(said(&milder), "F note potassium 5.7 mmol/l [h]");
    assert_ne!(
        parse(&stricter).text(),
        policy().text(),
        "and the digest with it"
    );
}

#[test]
fn a_site_s_own_window_and_indication_change_the_sheet() {
    let cases = [case(
        "major asa-1",
        &["Hemoglobin | 140 g/L | | 2026-10-02"],
    )];
    let hemoglobin = |text: &str| {
        let items = items(&sheets_by(&parse(text), &cases)[0]);
        items
            .into_iter()
            .filter(|item| item.ends_with(" hemoglobin"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    // 60 days old.
    assert_eq!(hemoglobin(policy().text()), "");
    assert_eq!(
        hemoglobin(&changed("days = 90", "days = 59")),
        "D expired hemoglobin"
    );
    assert_eq!(hemoglobin(&changed("days = 90", "days = 60")), "");
    let not_asked = policy().text().replace(
        "surgery = [\"major\"]\nasa = [1]\nrecommendation = \"yes\"",
        "surgery = [\"major\"]\nasa = [1]\nrecommendation = \"no\"",
    );
    assert_eq!(hemoglobin(&not_asked), "E not_indicated hemoglobin");
}

#[test]
fn what_is_wrong_is_found_with_line_and_column() {
    for (what, from, to, said) in [
        (
            "a unit",
            "crossed = \">= 6.0 mmol/L\"",
            "crossed = \">= 6.0 mmo/L\"",
            "unit `mmo/L` is not known",
        ),
        (
            "a unit of another kind",
            "crossed = \">= 6.0 mmol/L\"",
            "crossed = \">= 6.0 s\"",
            "potassium cannot be stated in s",
        ),
        (
            "an operator",
            "crossed = \">= 6.0 mmol/L\"",
            "crossed = \"=> 6.0 mmol/L\"",
            "is none of <, <=, >, >=",
        ),
        (
            "a number",
            "crossed = \">= 6.0 mmol/L\"",
            "crossed = \">= 6,0 mmol/L\"",
            "`6,0` is no number",
        ),
        (
            "a word too many",
            "crossed = \">= 6.0 mmol/L\"",
            "crossed = \">= 6.0 mmol/L or so now\"",
            "one word too many",
        ),
        ("a tier", "tier = \"stop\"", "tier = \"halt\"", "halt"),
        ("a key", "tier = \"stop\"", "tire = \"stop\"", "tire"),
        (
            "an analyte",
            "analyte = \"potassium\"",
            "analyte = \"potasium\"",
            "analyte `potasium` is not known",
        ),
        (
            "a context",
            "when = [\"sglt2-inhibitor\"]",
            "when = [\"sglt2\"]",
            "context `sglt2` is not defined",
        ),
        (
            "a partner",
            "with = [\"free_t4 < 1 LLN\"]",
            "with = [\"freet4 < 1 LLN\"]",
            "analyte `freet4` is not known",
        ),
        (
            "a span",
            "rise_within_hours = [1.0, 12.0]",
            "rise_within_hours = [12.0, 0.0]",
            "is no span",
        ),
        (
            "a source",
            "source = \"rmh-critical\"",
            "source = \"rmh\"",
            "source `rmh` is not defined",
        ),
        (
            "an owner",
            "owner = \"UKKA 2023\"",
            "owner = \" \"",
            "without an owner",
        ),
        (
            "a group",
            "group = \"hba1c\"",
            "group = \"a1c\"",
            "group `a1c` is not defined",
        ),
        (
            "an ASA grade",
            "asa = [3, 4]",
            "asa = [3, 5]",
            "ASA grade 5",
        ),
        (
            "an age",
            "from_age = \"16 y\"",
            "from_age = \"sixteen\"",
            "is no age",
        ),
        (
            "an age of everybody",
            "from_age = \"16 y\"",
            "from_age = \"0 y\"",
            "refuses nobody",
        ),
        (
            "a medicine to stop",
            "says = \"Delay surgery; urgent ECG; treat; repeat.\"",
            "says = \"Stop ramipril 24 h before.\"",
            "\"stop ramipril\" sounds like a prescription",
        ),
        (
            "a dose",
            "says = \"Delay surgery; urgent ECG; treat; repeat.\"",
            "says = \"Give 40 mmol KCl.\"",
            "sounds like a prescription",
        ),
        (
            "a date",
            "effective = \"2026-11-26\"",
            "effective = \"25.11.2026\"",
            "is no date",
        ),
        (
            "a clearance",
            "says = \"Delay surgery; urgent ECG; treat; repeat.\"",
            "says = \"Safe below 6.5.\"",
            "must not say \"safe\"",
        ),
        (
            "a prescription",
            "says = \"Delay surgery; urgent ECG; treat; repeat.\"",
            "says = \"Withhold it.\"",
            "sounds like a prescription",
        ),
    ] {
        let text = changed(from, to);
        let findings = Policy::lint("site.toml", &text, catalog());
        let found = findings
            .iter()
            .find(|finding| finding.problem.contains(said));
        let finding = found.unwrap_or_else(|| panic!("{what}: {said} in {findings:#?}"));
        let (line, column) = finding.place.unwrap_or_else(|| panic!("{what}: no place"));
        // The line is the one that was changed.
        let changed_line = text
            .lines()
            .zip(policy().text().lines())
            .position(|(new, old)| new != old);
        assert_eq!(Some(line as usize - 1), changed_line, "{what}: line {line}");
        assert!(0 < column, "{what}");
        assert!(!finding.advice.is_empty(), "{what}");
        let parsed = Policy::parse("site.toml", &text, catalog());
        assert_eq!(parsed.is_err(), finding.is_error(), "{what}");
    }
}

#[test]
fn a_policy_that_is_no_toml_says_where() {
    let findings = Policy::lint("site.toml", "[policy]\nid = \"a\nversion = 1\n", catalog());
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].place.map(|(line, _)| line),
        Some(2),
        "{findings:#?}"
    );
}

//! Texts that people read: help, `layout`, `explain`.

use crate::golden::golden;
use crate::run::Run;

fn check(name: &str, args: &[&str]) {
    golden(&format!("texts/{name}.txt"), &Run::new(args).ok().stdout);
}

#[test]
fn help() {
    check("help", &["--help"]);
    check("check_help", &["check", "--help"]);
    check("check_short_help", &["check", "-h"]);
    check("review_help", &["review", "--help"]);
}

#[test]
fn layout() {
    check("layout_preop_panel", &["layout", "samples/preop_panel.csv"]);
    check("layout_wide_german", &["layout", "samples/wide_german.csv"]);
    check("layout_messy", &["layout", "samples/messy.csv"]);
}

#[test]
fn explain() {
    check("explain_unit_missing", &["explain", "unit-missing"]);
    check("explain_potassium", &["explain", "potassium"]);
    let page = |what| Run::new(["explain", what]).ok().stdout;
    assert_eq!(page("2823-3"), page("potassium"));
    assert_eq!(page("Kalium"), page("potassium"));
}

#[test]
fn a_layout_file_that_is_written_reads_back_to_the_same_results() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("layout.toml");
    for sample in [
        "preop_panel",
        "wide_german",
        "messy",
        "sdtm_lb",
        "pediatric",
    ] {
        let file = format!("samples/{sample}.csv");
        Run::new(["layout", &file, "-o"]).args([&path]).ok();
        let with = Run::check(&file)
            .args(["--to", "csv", "--layout"])
            .args([&path])
            .ok();
        let without = Run::check(&file).args(["--to", "csv"]).ok();
        assert_eq!(with.stdout, without.stdout, "{sample}");
    }
}

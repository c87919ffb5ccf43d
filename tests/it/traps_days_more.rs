//! What a suspicion that rests on rows of a day being of one draw may not do, and what tells such rows apart.

use std::path::Path;

use crate::run::{Run, file};

const UNDATED: &str = "patient,sex,age,test,value,unit";

#[test]
fn what_is_only_assumed_takes_no_stop_away() {
    for (potassium, partners, assumed) in [
        ("6.2", "", false),
        ("6.2", "P1,M,50,Platelets,520,10*9/L\n", true),
        ("7.2", "P1,M,50,Platelets,520,10*9/L\n", true),
        (
            "6.2",
            "P1,M,50,Calcium,1.6,mmol/L\nP1,M,50,ALP,12,U/L\n",
            true,
        ),
    ] {
        let text = format!("{UNDATED}\nP1,M,50,Potassium,{potassium},mmol/L\n{partners}");
        let (_folder, path) = file("labs.csv", text);
        let sheet = [Path::new("preop"), &path];
        let surgery = ["--today", "2026-11-25", "--surgery-date", "2026-12-01"];
        let done = Run::new(sheet)
            .args(surgery)
            .args(["--fail-on", "stop"])
            .done();
        assert_eq!(done.code, 1, "{potassium} {partners}");
        let stop = format!("STOP  Potassium {potassium} mmol/L");
        assert!(done.stdout.contains(&stop), "{}", done.stdout);
        // The doubt is told beside it.
        let doubt = "Rows of this patient tell no sample";
        assert_eq!(done.stdout.contains(doubt), assumed, "{}", done.stdout);
        let again = "Repeat potassium on a fresh sample";
        assert_eq!(done.stdout.contains(again), assumed, "{}", done.stdout);
    }
}

//! A sound file, and every way to break it.

/// A sound file; each test breaks one line of it.
pub const SOUND: &str = r#"id = "potassium"
name = "Potassium"
group = "electrolytes"
specimen = "serum"
unit = "mmol/L"
units = ["mmol/L", "mEq/L", "mg/dL"]
molar_mass = 39.098
valence = 1
plausible = { low = 0.8, high = 25, source = "unsourced" }
transferable = "yes"
loinc = [
  { code = "2823-3", property = "molar" },
]
intervals = [
  { profile = "lab", from = "0 d", below = "18 y", low = 3.4, high = 5.2, unit = "mmol/L", source = "own" },
  { profile = "lab", from = "18 y", low = 3.5, high = 5, unit = "mmol/L", source = "own" },
]
critical = [
  { list = "own", low = 2.5, high = 6.5, unit = "mmol/L", source = "own" },
]

[names]
en = ["K+", "Serum potassium"]

[[ambiguous]]
name = "K"
units = ["mmol/L"]
also = "a one-letter code"

[hemolysis]
effect = "raises"
comment_from = 0.2
action_from = 0.5
slope = { low = 0.2, high = 0.56, unit = "mmol/L", source = "own" }
source = "own"

[sources.own]
title = "Own verification"
"#;

/// What to put in place of what, and what must be said about it.
#[rustfmt::skip]
pub const FAULTS: &[(&str, &str, &str)] = &[
    ("transferable", "tranferable", ":10:1: error: unknown key `tranferable`"),
    ("low = 3.5, high = 5,", "lov = 3.5, high = 5,", ":16:37: error: unknown key `lov`"),
    ("units = [\"mmol/L\", \"mEq", "units = [\"mmol/L\" \"mEq", ":6:19: error: "),
    ("id = \"potassium\"", "id = \"kalium\"", ":1:1: error: the id is `kalium`, the file is named `potassium.toml`"),
    ("group = \"electrolytes\"", "group = \"kidney\"", ":3:1: error: the group is `kidney`, the folder is `electrolytes`"),
    ("unit = \"mmol/L\"\nunits", "unit = \"mmol/l\"\nunits", ":5:1: error: unit `mmol/l` is not known"),
    ("\"mg/dL\"]", "\"U/L\"]", ":6:29: error: Potassium is measured as amount of substance per volume; U/L is enzyme activity"),
    ("valence = 1\n", "", ":6:20: error: mEq count charges"),
    ("low = 0.8, high = 25", "low = 25, high = 0.8", ":9:1: error: plausible limits are reversed"),
    ("2823-3", "2823-4", ":12:3: error: LOINC code 2823-4 has a wrong check digit"),
    ("\"molar\" }", "\"catalytic\" }", ":12:3: error: LOINC code 2823-3 counts Catalytic"),
    ("\"molar\" }", "\"molar\", condition = \"am\" }", ":12:3: error: condition `am` of 2823-3 is needed by no interval"),
    ("from = \"18 y\", low", "from = \"18\", low", ":16:22: error: \"18\" is no age"),
    ("from = \"0 d\", below = \"18 y\"", "from = \"20 y\", below = \"18 y\"", ":15:37: error: the row ends at 18 y, before it begins at 20 y"),
    ("low = 3.5, high = 5,", "", ":16:3: error: the row has no limit"),
    ("low = 3.5, high = 5,", "low = 5.5, high = 5,", ":16:37: error: the low limit 5.5 is not below the high limit 5"),
    ("low = 3.5, high = 5,", "low = 3.5, low_op = \">>\", high = 5,", ":16:48: error: \">>\" is not >= or >"),
    ("low = 3.5, high = 5,", "high = 5, low_op = \">\",", ":16:47: error: an operator without its limit"),
    ("high = 5, unit = \"mmol/L\"", "high = 5, unit = \"U/L\"", "error: wrong kind of unit: Potassium is measured as"),
    ("high = 5, unit = \"mmol/L\"", "high = 5, unit = \"mmol\"", "error: unit `mmol` is not known"),
    ("high = 5, unit", "high = 50, unit", ":16:3: error: the limit 50 mmol/L lies outside the plausible limits 0.8 to 25"),
    ("unit = \"mmol/L\", source = \"own\" },\n]\ncritical", "unit = \"mmol/L\", variant = \"kn\", source = \"own\" },\n]\ncritical", "error: variant `kn` is not defined"),
    ("unit = \"mmol/L\", source = \"own\" },\n]\ncritical", "unit = \"mmol/L\", also = [{ low = 13.7, high = 35, unit = \"mg/dL\" }], source = \"own\" },\n]\ncritical", "error: 5 mmol/L and 35 mg/dL are not the same limit: they differ by 79.0 %"),
    ("unit = \"mmol/L\", source = \"own\" },\n]\ncritical", "unit = \"mmol/L\", also = [{ low = 13.7, high = 20.5, unit = \"mg/dL\" }], source = \"own\" },\n]\ncritical", "warning: 5 mmol/L and 20.5 mg/dL are not the same limit: they differ by 4.9 %"),
    ("unit = \"mmol/L\", source = \"own\" },\n]\ncritical", "unit = \"mmol/L\", also = [{ high = 19.5, unit = \"mg/dL\" }], source = \"own\" },\n]\ncritical", "error: the pair does not state the same sides"),
    ("from = \"18 y\", low", "from = \"19 y\", low", ":16:3: error: profile `lab` has no row from 18 y to 19 y, between this row and that of line 15"),
    ("from = \"18 y\", low", "from = \"17 y\", low", ":16:3: error: this row and that of line 15 hold for the same person"),
    ("critical = [", "gaps = [\n  { profile = \"lab\", from = \"18 y\", below = \"19 y\", note = \"none\" },\n]\ncritical = [", ":19:3: error: there is no such gap any more"),
    ("low = 2.5, high = 6.5", "low = 3.6, high = 6.5", ":19:3: error: the critical low limit lies inside the interval of line 15"),
    ("low = 2.5, high = 6.5", "high = 4.9", ":19:3: error: the critical high limit lies inside the interval of line 15"),
    ("low = 2.5, high = 6.5", "low = 6.5, high = 2.5", ":19:3: error: the low limit 6.5 is not below the high limit 2.5"),
    ("low = 2.5, high = 6.5, unit = \"mmol/L\"", "low = 2.5, high = 6.5, unit = \"U/L\"", ":19:3: error: wrong kind of unit"),
    ("critical = [", "critical = [\n  { list = \"own\", low = 2, unit = \"mmol/L\", source = \"own\" },", "error: the list `own` has two rows for one age"),
    ("low = 2.5, high = 6.5", "below = \"16 y\", low = 2.5, high = 6.5, unit = \"mmol/L\", source = \"own\" },\n  { list = \"own\", from = \"18 y\", low = 2.5, high = 6.5", ":20:3: error: the list `own` calls nobody from 16 y to 18 y"),
    ("\"Serum potassium\"]", "\"serum POTASSIUM\", \"Serum potassium\"]", ":23:32: error: the name \"Serum potassium\" is listed twice in this file"),
    ("[hemolysis]", "[conditions]\nfasting = [\"Fasting K\"]\n\n[hemolysis]", "error: condition `fasting` is needed by no interval"),
    ("[hemolysis]", "[conditions]\nfasting = [\"Fasting K\"]\n\n[hemolysis]", "error: \"Fasting K\" states a condition and is no name of the analyte"),
    ("units = [\"mmol/L\"]\nalso", "units = [\"U/L\"]\nalso", ":27:10: error: Potassium is measured as"),
    ("action_from = 0.5", "action_from = 0.1", "error: action_from 0.1 lies below comment_from 0.2"),
    ("slope = { low = 0.2", "slope = { low = 2", "error: the slope runs from 2 to 0.56"),
    ("high = 0.56, unit = \"mmol/L\"", "high = 0.56, unit = \"U/L\"", "error: `U/L` is no unit of Potassium"),
    ("high = 5, unit = \"mmol/L\", source = \"own\"", "high = 5, unit = \"mmol/L\", source = \"onw\"", ":16:75: error: source `onw` is not defined"),
    ("[sources.own]", "[sources.other]\ntitle = \"Another\"\n\n[sources.own]", "error: source `other` is defined and not used"),
    ("title = \"Own verification\"", "title = \"\"", "error: source `own` has no title"),
    ("high = 5, unit = \"mmol/L\", source = \"own\"", "high = 5, unit = \"mmol/L\", source = \"unsourced\"", "warning: an unsourced interval without a note"),
    ("[sources.own]", "[icterus]\neffect = \"raises\"\nfrom = -5\nsource = \"nowhere\"\n\n[sources.own]", "error: the level -5 is negative"),
    ("[sources.own]", "[icterus]\neffect = \"raises\"\nfrom = -5\nsource = \"nowhere\"\n\n[sources.own]", "error: source `nowhere` is not defined"),
];

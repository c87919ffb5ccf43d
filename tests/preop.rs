//! The pre-operative review sheet, in tables that an anaesthetist and a clinical chemist can check.
//!
//! A surgery is written as `major asa-3 diabetes`, a result as `Potassium | 6.2 mmol/L`; what becomes of
//! them as `action_needed: A stop potassium`: the verdict, and each item with its section and state.

#[path = "preop/alert_lists.rs"]
mod alert_lists;
#[path = "preop/answers.rs"]
mod answers;
#[path = "preop/bench.rs"]
mod bench;
#[path = "preop/cells.rs"]
mod cells;
#[path = "preop/chemistry_windows.rs"]
mod chemistry_windows;
#[path = "preop/doubts.rs"]
mod doubts;
#[path = "preop/evidence.rs"]
mod evidence;
#[path = "preop/limit.rs"]
mod limit;
#[path = "preop/limits.rs"]
mod limits;
#[path = "preop/nothing_hidden.rs"]
mod nothing_hidden;
#[path = "preop/places.rs"]
mod places;
#[path = "preop/policies.rs"]
mod policies;
#[path = "preop/properties.rs"]
mod properties;
#[path = "preop/quiet_fronts.rs"]
mod quiet_fronts;
#[path = "preop/refusals.rs"]
mod refusals;
#[path = "preop/rises.rs"]
mod rises;
#[path = "preop/signs.rs"]
mod signs;
#[path = "preop/states.rs"]
mod states;
#[path = "preop/taken_back.rs"]
mod taken_back;
#[path = "preop/times.rs"]
mod times;
#[path = "preop/verdicts.rs"]
mod verdicts;
#[path = "preop/windows.rs"]
mod windows;
#[path = "preop/words.rs"]
mod words;

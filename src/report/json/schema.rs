//! Holds what is printed against the published schema, with as much of a validator as it uses.

use serde_json::Value as Json;

use super::{JsonReport, Report, SCHEMA, Summary};
use crate::interpretation::Interpretation;
use crate::notice::{Code, FileNotice};
use crate::report::cases;

fn everything() -> Vec<Interpretation<'static>> {
    let mut results = cases::hemolyzed_sample();
    results.extend(cases::quiet_sample());
    results.push(cases::blank());
    results
}

fn schema() -> Json {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

/// Notes in `found` what is wrong with `value`.
fn faults(root: &Json, schema: &Json, value: &Json, path: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let key = name.strip_prefix("#/$defs/").expect("a local reference");
        let target = &root["$defs"][key];
        assert!(target.is_object(), "{name} is not defined");
        return faults(root, target, value, path, found);
    }
    if let Some(options) = schema["anyOf"].as_array() {
        let fits = options.iter().any(|option| {
            let mut inner = Vec::new();
            faults(root, option, value, path, &mut inner);
            inner.is_empty()
        });
        if !fits {
            found.push(format!("{path}: {value} fits no alternative"));
        }
        return;
    }
    let types: Vec<&str> = match &schema["type"] {
        Json::String(one) => vec![one],
        Json::Array(many) => many.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|kind| is_of(value, kind)) {
        found.push(format!("{path}: {value} is not {types:?}"));
    }
    if schema["enum"]
        .as_array()
        .is_some_and(|allowed| !allowed.contains(value))
    {
        found.push(format!("{path}: {value} is not among {}", schema["enum"]));
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(name.as_str().unwrap_or_default()) {
                found.push(format!("{path}: {name} is missing"));
            }
        }
        for (name, inner) in object {
            let path = format!("{path}/{name}");
            match (&schema["properties"][name], &schema["additionalProperties"]) {
                (Json::Null, Json::Bool(false)) => found.push(format!("{path} is not allowed")),
                (Json::Null, Json::Null) => {}
                (Json::Null, rest) => faults(root, rest, inner, &path, found),
                (known, _) => faults(root, known, inner, &path, found),
            }
        }
    }
    for (i, inner) in value.as_array().into_iter().flatten().enumerate() {
        faults(root, &schema["items"], inner, &format!("{path}/{i}"), found);
    }
}

fn is_of(value: &Json, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        other => panic!("the schema uses a type `{other}`"),
    }
}

#[track_caller]
fn check(definition: &str, value: &Json) {
    let root = schema();
    let mut found = Vec::new();
    faults(&root, &root["$defs"][definition], value, "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

fn print(lines: bool) -> String {
    let mut out = Vec::new();
    let mut report = Box::new(if lines {
        JsonReport::lines(&mut out, cases::meta())
    } else {
        JsonReport::whole(&mut out, cases::meta()).expect("opens")
    });
    let mut summary = Summary::default();
    for result in &everything() {
        summary.add(result);
        report.write(result).expect("writes");
    }
    let notice = FileNotice {
        file: "panel.csv".to_owned(),
        line: None,
        code: Code::SpecimenAssumed,
        message: "taken as serum".to_owned(),
    };
    report.finish(&summary, &[notice]).expect("finishes");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn the_whole_form_is_what_the_schema_says() {
    let printed: Json = serde_json::from_str(&print(false)).expect("JSON");
    check("report", &printed);
    assert_eq!(
        printed["results"].as_array().map(Vec::len),
        Some(everything().len())
    );
    assert_eq!(printed["file_notices"][0]["code"], "specimen-assumed");
}

#[test]
fn each_line_is_what_the_schema_says() {
    let printed = print(true);
    assert_eq!(printed.lines().count(), everything().len());
    for line in printed.lines() {
        check("line", &serde_json::from_str(line).expect("JSON"));
    }
}

#[test]
fn a_run_without_results_is_valid_too() {
    let mut out = Vec::new();
    let report = JsonReport::whole(&mut out, cases::meta()).expect("opens");
    Box::new(report)
        .finish(&Summary::default(), &[])
        .expect("finishes");
    check("report", &serde_json::from_slice(&out).expect("JSON"));
}

#[test]
fn every_field_is_described_and_required() {
    let root = schema();
    for (name, definition) in root["$defs"].as_object().expect("definitions") {
        let Some(properties) = definition["properties"].as_object() else {
            continue;
        };
        let required = definition["required"].as_array().expect("required");
        for (field, inner) in properties {
            assert!(
                required.contains(&Json::from(field.as_str())),
                "{name}/{field}"
            );
            assert!(
                inner["description"].is_string(),
                "{name}/{field} is not described"
            );
        }
    }
}

#[test]
fn a_censored_value_is_no_number() {
    let lines = print(true);
    let censored = lines
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).expect("JSON"))
        .find(|line| line["value_kind"] == "censored")
        .expect("a censored value");
    assert_eq!(censored["canonical_value"], "<5");
    assert_eq!(censored["canonical_number"], Json::Null);
}

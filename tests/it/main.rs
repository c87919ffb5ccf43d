//! All integration tests, in one binary. The tool is run as its users run it; the generated tests
//! use the library.

// Helpers, no tests.
mod browser;
mod golden;
mod judge;
mod lines_above;
mod run;

// Every sample: its table and its CSV, as they are to be.
mod samples;
// The pre-operative sheets of the samples, and `preop` as it is called.
mod preop;
// What a sheet says besides its findings.
mod as_printed;
// What the samples show, said one by one.
mod shown;
// The text of --help, `layout` and `explain`.
mod texts;
// Messages when a run cannot be done.
mod messages;
// Columns and cells that are easy to pass over.
mod columns;
// Exports that once were read into a calm N.
mod layouts_of_warehouses;
mod traps;
mod traps_columns;
mod traps_columns_more;
mod traps_conditions;
mod traps_critical;
mod traps_datasets;
mod traps_days;
mod traps_days_more;
mod traps_days_told;
mod traps_devices;
mod traps_exports;
mod traps_flags;
mod traps_footnotes;
mod traps_forms;
mod traps_headers;
mod traps_limits;
mod traps_names;
mod traps_numbered;
mod traps_numbers;
mod traps_numbers_of_nobody;
mod traps_of_nobody;
mod traps_open_days;
mod traps_parts_of_reports;
mod traps_perhaps_limits;
mod traps_person_above;
mod traps_persons;
mod traps_pregnancy;
mod traps_remarks;
mod traps_scripts;
mod traps_scripts_more;
mod traps_sections;
mod traps_sections_of_controls;
mod traps_shapes;
mod traps_sheets;
mod traps_signs;
mod traps_site_words;
mod traps_stated_again;
mod traps_symbols;
mod traps_tables;
mod traps_titles_of_persons;
mod traps_trackers;
mod traps_unnamed;
mod traps_unread_values;
mod traps_untold_tubes;
mod traps_verdicts;
// Words about samples: what they say, and what only looks like it.
mod damaged_words;
mod traps_controls_and_people;
mod traps_languages;
mod traps_more_headers;
mod traps_more_scripts;
mod traps_more_words;
mod traps_restated;
mod traps_tube_words;
mod traps_tubes;
mod traps_two_specimens;
mod traps_two_systems;
mod traps_when;
mod traps_whose;
mod traps_words;
mod traps_years;
// What a laboratory leaves open, shortens or writes as a notation, and what is said of another sample.

mod traps_sample_words;
mod traps_samples;
// The same in the place of a result, as an index, a flag, a status.
mod traps_around_names;
mod traps_asking_columns;
mod traps_cells;
// Exit status, and --fail-on.
mod status;
// Where output goes: standard output, a file, JSON by its schema.
mod output;
// One identifier that may be two people.
mod two_people;
// Which rows are of one sample.
mod one_sample;
// The list of surgeries: its headers, what it contradicts, and what goes before it.
mod surgery_list;
// What a sheet says of times, names and conditions that are not what they seem.
mod as_told;
// Hostile text in the data.
mod safety;
// Every command in the README, and what it claims to print.
mod readme;
// Every limit of every interval, in every unit: just inside, on it, just outside.
mod boundaries;
// Every age limit: the day before, the day itself.
mod ages;
// Every critical limit, in every unit.
mod critical;
// Units there and back; the number parser against another one.
mod names_of_databases;
mod names_of_systems;
mod numbers;
// Mutated exports: every record accounted for, no panic, no order.
mod mutations;
// Quickly or row by row, on one thread or several: the same bytes.
mod same_answers;
// Exports that nobody here wrote, where they are at hand.
mod real;
// `explain` and `convert`.
mod questions;
// A laboratory's own intervals.
mod own_ranges;
// The linter of reference data.
mod data_lint;
// The reference data against atomic weights and the tables it was collected from.
mod reference_data;
// Work-ups: what is there of them, in every form.
mod review;
// The work-ups themselves: sound, and as they were collected.
mod workups;
// No clinical number in src/.
mod no_clinical_numbers;
// The sheet as HTML, in a browser where there is one.
mod html_sheet;
// The review as HTML, as it is read, and in a browser where there is one.
mod review_html;

//! Which column of a list of surgeries is which, by its header, and which of them nobody reads. A context
//! that is lost makes a sheet say less than the list does, so that is refused, and not only said.

use super::{Table, contexts};
use crate::error::{Error, Result};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::notice::{Code, FileNotice};
use crate::text::quoted;

/// Headers that name a column, folded: the exact ones first. `date` alone counts only where nothing says
/// better which date it is.
const PATIENT: &str = "patient patientid id mrn subjectid pid";
const DATE: &str = "surgerydate dateofsurgery dateofoperation operationdate dateofprocedure \
    proceduredate opdate dateofop surgeryday dayofsurgery plannedsurgerydate theatredate \
    opdatum operationsdatum datumderoperation datumop optag operationstag tagderoperation optermin \
    operationstermin eingriffsdatum datumdeseingriffs \
    dateoperation dateoperatoire datedeloperation dateintervention datedintervention \
    datedelintervention datechirurgie datedechirurgie datedelachirurgie datebloc \
    fechacirugia fechadecirugia fechadelacirugia fechaoperacion fechadeoperacion fechadelaoperacion \
    fechaintervencion fechadeintervencion fechadelaintervencion fechaquirurgica fechaqx \
    dataintervento datadellintervento datadiintervento dataoperazione datadelloperazione \
    dataoperatoria datachirurgia \
    operatiedatum datumoperatie datumvanoperatie okdatum datumok ingreepdatum datumingreep \
    operationsdag operationsdato opdato operasjonsdato operasjonsdag datoforoperasjon datoforoperation \
    leikkauspaiva leikkauspvm leikkauspaivamaara toimenpidepaiva toimenpidepvm \
    surgery date";
const PROCEDURE: &str = "procedure operation plannedprocedure surgicalprocedure typeofsurgery \
    eingriff prozedur intervention procedimiento operacion intervencion procedura intervento operazione \
    ingreep operatie ingrepp ingreb inngrep operasjon toimenpide leikkaus surgery";
const GRADE: &str = "surgerygrade gradeofsurgery surgicalgrade surgeryseverity severityofsurgery grade \
    schweregrad opschweregrad eingriffsschwere schwerederoperation schweredeseingriffs opgrad \
    operationsgrad gradechirurgie gradechirurgical gradedechirurgie gradedelachirurgie \
    gradeintervention gradedelintervention gradocirugia gradodecirugia gradodelacirugia gradoquirurgico \
    gradointervento gradodellintervento gradochirurgico gradochirurgia operatiegraad zwaarteoperatie \
    zwaarteingreep operasjonsgrad kirurgigrad";
const ASA: &str = "asa asagrade asaclass asascore asastatus asaps asapsclass asaphysicalstatus \
    asaclassification gradeasa classasa asaklasse asaklassifikation asagrad asastufe asarisiko classeasa scoreasa \
    statutasa claseasa gradoasa clasificacionasa riesgoasa punteggioasa classificazioneasa rischioasa \
    asaklass asaklassificatie asaclassificatie asaklassifisering asaluokka";
const CONTEXT: &str = "context contexts kontext kontexte contexte contextes contexto contextos contesto \
    contesti kontekst kontekster kontexter konteksti kontekstit";

/// How the columns are called in advice.
pub(super) const CALL_THEM: &str =
    "call its columns patient, surgery_date, procedure, surgery_grade, asa, context";

/// Where what stands.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) patient: usize,
    pub(super) date: Option<usize>,
    pub(super) procedure: Option<usize>,
    pub(super) grade: Option<usize>,
    pub(super) asa: Option<usize>,
    pub(super) context: Option<usize>,
    pub(super) sex: Option<usize>,
    pub(super) birth: Option<usize>,
}

/// True if a header is one of a list of surgeries.
pub(super) fn is_known(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    [PATIENT, DATE, PROCEDURE, GRADE, ASA, CONTEXT]
        .into_iter()
        .any(|words| words.split_whitespace().any(|word| word == folded))
}

impl Columns {
    /// Finds them. `known` are the contexts that may be said.
    ///
    /// # Errors
    /// If nothing names the patient, or contexts stand where nobody looks for them.
    pub(super) fn find(table: &Table, known: &[&str]) -> Result<Columns> {
        let folded: Vec<String> = (table.headers.iter())
            .map(|header| vocabulary::fold(header))
            .collect();
        let mut taken = vec![false; folded.len()];
        let mut by_words = |words: &str| {
            let mut words = words.split_whitespace();
            let at = words
                .find_map(|word| (0..folded.len()).find(|at| !taken[*at] && folded[*at] == word))?;
            taken[at] = true;
            Some(at)
        };
        let patient = by_words(PATIENT);
        let [date, procedure, grade, asa, context] =
            [DATE, PROCEDURE, GRADE, ASA, CONTEXT].map(&mut by_words);
        // Whom a row is of is called here as it is in an export.
        let mut by_role = |role: Role| {
            let is = |header: &String| vocabulary::role(header) == Some(role);
            let at = (table.headers.iter().enumerate())
                .position(|(at, header)| !taken[at] && is(header))?;
            taken[at] = true;
            Some(at)
        };
        let patient = patient.or_else(|| by_role(Role::Patient));
        let [sex, birth] = [Role::Sex, Role::Birth].map(&mut by_role);
        let Some(patient) = patient else {
            return Err(Error::new(
                &table.label,
                "this list of surgeries has no column with the patient",
                CALL_THEM,
            )
            .at(table.header_line));
        };
        let columns = Columns {
            patient,
            date,
            procedure,
            grade,
            asa,
            context,
            sex,
            birth,
        };
        for at in columns.unread(table) {
            refuse_contexts(table, at, known)?;
        }
        Ok(columns)
    }

    /// The columns that hold something and that nobody reads.
    fn unread(&self, table: &Table) -> Vec<usize> {
        let read = [
            Some(self.patient),
            self.date,
            self.procedure,
            self.grade,
            self.asa,
            self.context,
            self.sex,
            self.birth,
        ];
        let is_used = |at: usize| cells(table, at).next().is_some();
        (0..table.headers.len())
            .filter(|at| !read.contains(&Some(*at)) && is_used(*at))
            .collect()
    }

    /// What is to be said of them.
    pub(super) fn notice(&self, table: &Table) -> Option<FileNotice> {
        let unread: Vec<String> = (self.unread(table).into_iter())
            .map(|at| named(table, at))
            .collect();
        (!unread.is_empty()).then(|| FileNotice {
            file: table.label.clone(),
            line: Some(table.header_line),
            code: Code::ListColumnUnread,
            message: format!(
                "columns of this list of surgeries that are not read: {}; read are patient, sex, birth_date, \
                 surgery_date, procedure, surgery_grade, asa and context: name what belongs on a sheet so",
                unread.join(", ")
            ),
        })
    }
}

/// What stands in a column; blanks left out.
fn cells(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().filter_map(move |row| row.get(at));
    cells.map(str::trim).filter(|cell| !cell.is_empty())
}

/// A column as a message names it.
fn named(table: &Table, at: usize) -> String {
    match table.headers[at].trim() {
        "" => format!("number {} (no header)", at + 1),
        header => quoted(header),
    }
}

/// Contexts under a header that is none of theirs: cells that are nothing but known contexts, or a column
/// that bears the name of one.
fn refuse_contexts(table: &Table, at: usize, known: &[&str]) -> Result<()> {
    let is_known = |name: &str| known.contains(&name.strip_prefix("no-").unwrap_or(name));
    let are_contexts = |cell: &str| {
        let mut names = contexts(cell).peekable();
        names.peek().is_some() && names.all(|name| is_known(&name))
    };
    let header = table.headers[at]
        .trim()
        .to_lowercase()
        .replace([' ', '_'], "-");
    let problem = if is_known(&header) {
        format!(
            "the column {} bears the name of a context, and is not read",
            named(table, at)
        )
    } else if cells(table, at).any(are_contexts) {
        format!(
            "the column {} holds contexts, and is not read",
            named(table, at)
        )
    } else {
        return Ok(());
    };
    Err(Error::new(
        &table.label,
        problem,
        "write all contexts of a patient into one column called context: dialysis no-diabetes; \
         or leave the column out, if it is not meant so",
    )
    .at(table.header_line)
    .column(at + 1))
}

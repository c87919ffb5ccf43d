//! One row per result.

use super::*;

#[test]
fn plain_export_with_printed_limits() {
    expect(
        "patient_id,sample_id,collected_at,sex,age,analyte,loinc,value,unit,ref_low,ref_high,flag,comment\n\
         P1,S1,2024-01-02T07:00:00,F,44,Potassium,2823-3,5.6,mmol/L,3.5,5.1,H,\"hemolyzed, see note\"\n\
         P1,S1,2024-01-02T07:00:00,F,44,Sodium,,,,,,,\n",
        "",
        &[
            "2 patient=P1 sample=S1 collected=2024-01-02T07:00:00 sex=F age=44 name=Potassium loinc=2823-3 \
             value=5.6 unit=mmol/L low=3.5 high=5.1 flag=H comment=hemolyzed, see note",
            "3 patient=P1 sample=S1 collected=2024-01-02T07:00:00 sex=F age=44 name=Sodium",
        ],
    );
}

#[test]
fn hospital_research_data() {
    // The text wins over the number, the number stands in where the text is blank.
    expect(
        "labevent_id,subject_id,hadm_id,specimen_id,itemid,order_provider_id,charttime,storetime,value,valuenum,valueuom,ref_range_lower,ref_range_upper,flag,priority,comments\n\
         1,10,20,30,50971,,2150-03-15 10:00:00,2150-03-15 10:30:00,<3.0,3.0,mEq/L,3.3,5.1,abnormal,STAT,\n\
         2,10,,31,50971,,2150-03-15 10:00:00,,,4.1,mEq/L,3.3,5.1,,ROUTINE,___\n",
        "",
        &[
            "2 patient=10 sample=30 collected=2150-03-15 10:00:00 reported=2150-03-15 10:30:00 code=50971 \
             value=<3.0 unit=mEq/L low=3.3 high=5.1 flag=abnormal",
            "3 patient=10 sample=31 collected=2150-03-15 10:00:00 code=50971 value=4.1 unit=mEq/L low=3.3 \
             high=5.1 comment=___",
        ],
    );
    expect(
        "labid,patientunitstayid,labresultoffset,labtypeid,labname,labresult,labresulttext,labmeasurenamesystem,labmeasurenameinterface,labresultrevisedoffset\n\
         1,141765,-311,1,potassium,4.1,4.1,mmol/L,mEq/L,-300\n\
         2,141765,1440,1,creatinine,,\"> 10\",,mg/dL,1500\n",
        "",
        &[
            "2 patient=141765 collected=-311 reported=-300 name=potassium value=4.1 unit=mmol/L",
            "3 patient=141765 collected=1440 reported=1500 name=creatinine value=> 10 unit=mg/dL",
        ],
    );
}

#[test]
fn clinical_trial_data() {
    // Original results; the standardized ones are another unit and never stand in.
    expect(
        "USUBJID,LBREFID,LBSPID,LBTESTCD,LBTEST,LBORRES,LBORRESU,LBORNRLO,LBORNRHI,LBSTRESC,LBSTRESN,LBSTRESU,LBSTNRLO,LBSTNRHI,LBNRIND,LBSTAT,LBREASND,LBSPEC,LBSPCCND,LBFAST,LBDTC,LBLOINC\n\
         A-1,R1,7,GLUC,Glucose,90,mg/dL,70,99,5.0,5.0,mmol/L,3.9,5.5,NORMAL,,,SERUM,HEMOLYZED,Y,2014-03-26T08:00,2345-7\n\
         A-1,R1,8,K,Potassium,,,,,4.1,4.1,mmol/L,,,,NOT DONE,QNS,SERUM,,,2014-03-26,\n",
        "",
        &[
            "2 patient=A-1 sample=R1 collected=2014-03-26T08:00 name=Glucose code=GLUC loinc=2345-7 specimen=SERUM \
             condition=Y specimen_condition=HEMOLYZED value=90 unit=mg/dL low=70 high=99 flag=NORMAL",
            "3 patient=A-1 sample=R1 collected=2014-03-26 name=Potassium code=K specimen=SERUM status=NOT DONE reason=QNS",
        ],
    );
    // Only standardized results.
    expect(
        "USUBJID,LBTESTCD,LBSTRESC,LBSTRESN,LBSTRESU,LBSTNRLO,LBSTNRHI\nA-1,GLUC,<0.5,,mmol/L,3.9,5.5\nA-1,GLUC,,5.0,mmol/L,3.9,5.5\n",
        "",
        &[
            "2 patient=A-1 code=GLUC value=<0.5 unit=mmol/L low=3.9 high=5.5",
            "3 patient=A-1 code=GLUC value=5.0 unit=mmol/L low=3.9 high=5.5",
        ],
    );
    // Analysis data: the unit stands behind the name.
    expect(
        "USUBJID,PARAM,PARAMCD,AVAL,AVALC,ANRLO,ANRHI,ANRIND,ADT,LBSTRESU\n\
         A-1,Sodium (mmol/L),SODIUM,140,,135,145,NORMAL,2014-03-26,\n\
         A-1,Bilirubin (direct),BILD,,NEG,,,,2014-03-26,umol/L\n",
        "",
        &[
            "2 patient=A-1 collected=2014-03-26 name=Sodium code=SODIUM value=140 unit=mmol/L low=135 high=145 flag=NORMAL",
            "3 patient=A-1 collected=2014-03-26 name=Bilirubin (direct) code=BILD value=NEG unit=umol/L",
        ],
    );
}

#[test]
fn omop_states_comparators_and_codes_as_concepts() {
    expect(
        "measurement_id,person_id,measurement_concept_id,measurement_date,measurement_datetime,operator_concept_id,value_as_number,range_low,range_high,visit_occurrence_id,measurement_source_value,unit_source_value,value_source_value\n\
         1,7,3023103,2013-05-17,2013-05-17 08:30:00,4171756,3.0,3.5,5.1,9,2823-3,mmol/L,\n\
         2,7,3023103,2013-05-17,,0,4.1,,,9,50971,mmol/L,4.1\n",
        "",
        &[
            "2 patient=7 collected=2013-05-17 08:30:00 code=2823-3 loinc=2823-3 value=3.0 comparator=< unit=mmol/L low=3.5 high=5.1",
            "3 patient=7 collected=2013-05-17 code=50971 value=4.1 unit=mmol/L",
        ],
    );
}

#[test]
fn german_french_spanish_italian() {
    expect(
        "PatID;Fallnummer;Probennummer;Entnahme;Geschlecht;Alter (Jahre);Analyse;Ergebnis;Einheit;Referenzbereich;Bewertung;Bemerkung;Material;Status\n\
         7;F1;4711;12.03.2014 07:15;w;44;Kalium;3,40;mmol/l;3,5 - 5,1;-;leicht hämolytisch;Serum;Endbefund\n",
        "",
        &[
            "2 patient=7 sample=4711 collected=12.03.2014 07:15 sex=w age=44 age_unit=years name=Kalium specimen=Serum \
           value=3,40 unit=mmol/l range=3,5 - 5,1 flag=- status=Endbefund comment=leicht hämolytisch comma",
        ],
    );
    expect(
        "N° dossier;Prélèvement;Date de prélèvement;Sexe;Âge;Examen;Résultat;Unité;Borne inf;Borne sup;Commentaire;Nature\n\
         12;P-9;12/03/2014 07:15;F;44;Potassium;4,1;mmol/L;3,5;5,1;;sérum\n",
        "",
        &[
            "2 patient=12 sample=P-9 collected=12/03/2014 07:15 sex=F age=44 name=Potassium specimen=sérum value=4,1 \
           unit=mmol/L low=3,5 high=5,1 comma",
        ],
    );
    expect(
        "Historia;Muestra;Fecha de extracción;Hora;Determinación;Resultado;Unidades;Valores de referencia;Alarma;Edad\n\
         12;suero;12/03/2014;07:15;Potasio;4,1;mmol/L;3,5-5,1;*;44\n",
        "",
        &[
            "2 patient=12 collected=12/03/2014 07:15 age=44 name=Potasio specimen=suero value=4,1 unit=mmol/L \
           range=3,5-5,1 flag=* comma",
        ],
    );
    expect(
        "Paziente\tCampione\tData prelievo\tEsame\tRisultato\tUnità di misura\tValori di riferimento\tSesso\tEtà\n\
         12\t0815\t12/03/2014\tPotassio\t4.1\tmmol/L\t3.5-5.1\tM\t44\n",
        "",
        &[
            "2 patient=12 sample=0815 collected=12/03/2014 sex=M age=44 name=Potassio value=4.1 unit=mmol/L range=3.5-5.1",
        ],
    );
}

#[test]
fn rows_that_do_not_fit_the_header() {
    expect(
        "Accession|Test|Result|Units\nS1|K|4.1\nS1|Na|140|mmol/L|extra\nS1|Ca|2.3|mmol/L||\n\nS1|Cl|\"9\n8\"|mmol/L\n|||\nS1|Mg|0.8|mmol/L",
        "",
        &[
            "2 sample=S1 name=K value=4.1 ragged",
            "3 sample=S1 name=Na value=140 unit=mmol/L comment=extra ragged",
            "4 sample=S1 name=Ca value=2.3 unit=mmol/L",
            "6 sample=S1 name=Cl value=9\n8 unit=mmol/L",
            "9 sample=S1 name=Mg value=0.8 unit=mmol/L",
        ],
    );
}

#[test]
fn header_without_the_cell_above_row_names() {
    expect(
        "Patient,Test,Result\n1,P1,K,4.1\n2,P1,Na,140\n",
        "",
        &[
            "2 patient=P1 name=K value=4.1",
            "3 patient=P1 name=Na value=140",
        ],
    );
    // One cell too many at the end, without a header, is something else.
    expect(
        "Patient,Test,Result\nP1,K,4.1,x\nP1,Na,140,y\n",
        "",
        &[
            "2 patient=P1 name=K value=4.1 comment=x ragged",
            "3 patient=P1 name=Na value=140 comment=y ragged",
        ],
    );
}

#[test]
fn repeated_headers_are_used_once() {
    expect(
        "Patient,Test,Result,Unit,Result,Unit\nP1,Glucose,,mg/dL,5.0,mmol/L\n",
        "",
        &["2 patient=P1 name=Glucose unit=mg/dL"],
    );
}

#[test]
fn preamble_and_quality_control() {
    expect(
        "Analyzer 7,,,,\nResults from: \"today\",,,,\n\nSample Id,Sam/Ctr/cAl,Test short name,Result,Result unit\nqc-1,C,Glucose,5.5,mmol/l\nK5,S,Glucose,5.1,mmol/l\n",
        "",
        &[
            "5 sample=qc-1 name=Glucose category=quality control value=5.5 unit=mmol/l",
            "6 sample=K5 name=Glucose value=5.1 unit=mmol/l",
        ],
    );
}

#[test]
fn the_name_column_may_be_the_patients() {
    expect("Name,Test,Result\nDoe,K,4.1\n", "", &["2 name=K value=4.1"]);
    expect(
        "Name,Result\nSodium,140\nPotassium,4.1\n",
        "",
        &["2 name=Sodium value=140", "3 name=Potassium value=4.1"],
    );
}

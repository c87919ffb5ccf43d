//! One column for each analyte.

use super::*;

#[test]
fn units_in_headers_and_blank_cells() {
    expect(
        "PatID;Entnahmedatum;Geschlecht;Natrium (mmol/l);Kalium mmol/l;Glukose [mg/dl];Kreatinin_umol_l\n\
         1;12.03.2014;m;140;3,40;;88\n2;13.03.2014;w;;;;\n3;13.03.2014;w;<120;haemolytisch;99,5;\n",
        "",
        &[
            "2 patient=1 collected=12.03.2014 sex=m name=Natrium value=140 unit=mmol/l comma",
            "2 patient=1 collected=12.03.2014 sex=m name=Kalium value=3,40 unit=mmol/l comma",
            "2 patient=1 collected=12.03.2014 sex=m name=Kreatinin value=88 unit=umol/l comma",
            "4 patient=3 collected=13.03.2014 sex=w name=Natrium value=<120 unit=mmol/l comma",
            "4 patient=3 collected=13.03.2014 sex=w name=Kalium value=haemolytisch unit=mmol/l comma",
            "4 patient=3 collected=13.03.2014 sex=w name=Glukose value=99,5 unit=mg/dl comma",
        ],
    );
}

#[test]
fn units_beside_below_and_nowhere() {
    expect(
        "Patient no.;Date;ALB;;K+;;NA+;\r\n2;12/10/2014 4:42 p.m.;3,40;g/dL;8,50;mmol/L;136,00;mmol/L\r\n",
        "",
        &[
            "2 patient=2 collected=12/10/2014 4:42 p.m. name=ALB value=3,40 unit=g/dL comma",
            "2 patient=2 collected=12/10/2014 4:42 p.m. name=K+ value=8,50 unit=mmol/L comma",
            "2 patient=2 collected=12/10/2014 4:42 p.m. name=NA+ value=136,00 unit=mmol/L comma",
        ],
    );
    expect(
        "id,Sodium,Potassium\n,mmol/L,mmol/L\n1,140,4.1\n",
        "",
        &[
            "3 patient=1 name=Sodium value=140 unit=mmol/L",
            "3 patient=1 name=Potassium value=4.1 unit=mmol/L",
        ],
    );
    expect(
        "id,age,sex,alb,alt,group\n1,44,f,38.5,7.7,a\n1,44,f,NA,,b\n",
        "",
        &[
            "2 patient=1 sex=f age=44 name=alb value=38.5",
            "2 patient=1 sex=f age=44 name=alt value=7.7",
            "3 patient=1 sex=f age=44 name=alb value=NA",
        ],
    );
}

#[test]
fn limits_and_flags_beside_an_analyte() {
    expect(
        "id,Sodium,Sodium unit,Sodium low,Sodium_high,Sodium flag,Potassium\n1,140,mmol/L,135,145,N,4.1\n",
        "",
        &[
            "2 patient=1 name=Sodium value=140 unit=mmol/L low=135 high=145 flag=N",
            "2 patient=1 name=Potassium value=4.1",
        ],
    );
}

#[test]
fn long_wins_where_both_could_be() {
    expect(
        "Patient,Test,Value,Sodium,Potassium\n1,K,4.1,140,4.1\n",
        "",
        &["2 patient=1 name=K value=4.1"],
    );
}

#[test]
fn row_names_of_a_wide_file() {
    expect(
        "sex,alb,alt\n1,f,38.5,7.7\n2,m,40.1,9\n",
        "",
        &[
            "2 sex=f name=alb value=38.5",
            "2 sex=f name=alt value=7.7",
            "3 sex=m name=alb value=40.1",
            "3 sex=m name=alt value=9",
        ],
    );
}

//! Limits in words.

use super::*;

#[test]
fn one_limit_in_words() {
    for (input, expected) in [
        // At most: the limit is inside.
        ("up to 0.95", "..0.95"),
        ("Up To 0.95", "..0.95"),
        ("bis 0.95", "..0.95"),
        ("Hasta 0.95", "..0.95"),
        ("jusqu'à 0.95", "..0.95"),
        ("jusqu’à 0.95", "..0.95"),
        ("JUSQU'A 0.95", "..0.95"),
        ("fino a 0.95", "..0.95"),
        ("until 0.95", "..0.95"),
        ("max 0.95", "..0.95"),
        ("max. 0.95", "..0.95"),
        ("Max: 0.95", "..0.95"),
        ("<OR= 0.95", "..0.95"),
        ("< or = 0.95", "..0.95"),
        ("inférieur ou égal à 0.95", "..0.95"),
        ("up to -2", "..-2"),
        // Below: it is outside.
        ("below 0.95", "..0.95!"),
        ("under 0.95", "..0.95!"),
        ("less than 0.95", "..0.95!"),
        ("inf. à 0.95", "..0.95!"),
        ("inf à 0.95", "..0.95!"),
        ("inférieur à 0.95", "..0.95!"),
        ("unter 0.95", "..0.95!"),
        ("Normal < 0.95", "..0.95!"),
        ("Normal: up to 0.95", "..0.95"),
        ("Normal <= 0.95", "..0.95"),
        // At least, and above.
        ("from 60", "60.."),
        ("ab 60", "60.."),
        ("desde 60", "60.."),
        ("min 60", "60.."),
        ("at least 60", "60.."),
        ("über 60", "60!.."),
        ("ÜBER 60", "60!.."),
        ("above 60", "60!.."),
        ("over 60", "60!.."),
        ("more than 60", "60!.."),
        ("greater than 60", "60!.."),
        ("sup. à 60", "60!.."),
        ("oltre 60", "60!.."),
        // With a unit, in brackets, and two limits.
        ("up to 0.95 mg/dL", "..0.95 mg/dL"),
        ("(up to 0.95)", "..0.95"),
        ("up to 0.95mg/dL", "..0.95 mg/dL"),
        ("from 60 to 90", "60..90"),
        ("Normal: 3.5-5.1", "3.5..5.1"),
    ] {
        check(input, expected);
    }
}

#[test]
fn one_limit_in_words_of_other_languages() {
    for (words, expected) in [
        (
            "do 50; bis 50; nie więcej niż 50; upto 50; Upto 50; nicht über 50",
            "..50",
        ),
        (
            "nejvýše 50; najviac 50; højst 50; högst 50; høyst 50; legfeljebb 50",
            "..50",
        ),
        (
            "până la 50; menor ou igual a 50; inferior ou igual a 50; ΕΩΣ 50; έως 50",
            "..50",
        ),
        (
            "kuni 50; līdz 50; iki 50; 50 ve altı; 50 or less; korkeintaan 50",
            "..50",
        ),
        (
            "poniżej 50; mniej niż 50; pod 50; méně než 50; menej ako 50",
            "..50!",
        ),
        (
            "kleiner dan 50; onder 50; alle 50; mindre end 50; mindre än 50; mindre enn 50",
            "..50!",
        ),
        (
            "50 alatt; kisebb mint 50; sub 50; mai mic de 50; abaixo de 50; por debajo de 50",
            "..50!",
        ),
        (
            "< à 50; ‹ à 50; < di 50; 50'den küçük; 50’den küçük; 50 den küçük; 50 altı",
            "..50!",
        ),
        (
            "κάτω από 50; μικρότερο από 50; под 50; ispod 50; manje od 50; manj kot 50",
            "..50!",
        ),
        ("alla 50; zem 50; mažiau nei 50", "..50!"),
        (
            "mind. 60; co najmniej 60; 60 ve üzeri; legalább 60; minst 60; από 60; 60 or more",
            "60..",
        ),
        (
            "powyżej 60; nad 60; více než 60; groter dan 60; boven 60; yli 60; over 60",
            "60!..",
        ),
        (
            "större än 60; større enn 60; 60 felett; peste 60; maior que 60; acima de 60",
            "60!..",
        ),
        (
            "por encima de 60; πάνω από 60; над 60; iznad 60; üle 60; virs 60; 60 üzeri",
            "60!..",
        ),
    ] {
        words.split("; ").for_each(|input| check(input, expected));
    }
}

#[test]
fn two_limits_in_words() {
    for input in [
        "between 3.5 and 5.1",
        "entre 3.5 y 5.1",
        "entre 3.5 e 5.1",
        "entre 3.5 et 5.1",
        "compris entre 3.5 et 5.1",
        "compreso tra 3.5 e 5.1",
        "zwischen 3.5 und 5.1",
        "od 3.5 do 5.1",
        "от 3.5 до 5.1",
        "από 3.5 έως 5.1",
        "de la 3.5 până la 5.1",
    ] {
        check(input, "3.5..5.1");
    }
    check("between 3.5 and 5.1 mmol/L", "3.5..5.1 mmol/L");
    for input in [
        "3.5 and 5.1",
        "between 3.5 or 5.1",
        "between 3.5",
        "not between 3.5 and 5.1",
    ] {
        check(input, "unreadable");
    }
}

#[test]
fn a_word_behind_that_calls_it_normal() {
    for (input, expected) in [
        (">= 90 : Normal", "90.."),
        ("<200 (Desirable)", "..200!"),
        ("<200 mg/dL (Desirable)", "..200! mg/dL"),
        ("3.5-5.1 Normal", "3.5..5.1"),
        (
            "<200 Desirable; 200-239 Borderline; >240 High",
            "..200! Desirable; 200-239 Borderline; >240 High",
        ),
        ("<30 abnormal", "..30! abnormal"),
        ("<30 ab-normal", "..30! ab-normal"),
        ("<30 not normal", "..30! not"),
        ("<100 Optimal", "..100! Optimal"),
    ] {
        check(input, expected);
    }
}

#[test]
fn words_in_a_file_with_decimal_commas() {
    let comma = NumberStyle {
        decimal_comma: true,
        ..NumberStyle::default()
    };
    let expected = Printed::Interval(None, included(Decimal::new(95, 2)), "");
    assert_eq!(text("bis 0,95", comma), expected);
    assert_eq!(
        text("bis 0,95", NumberStyle::default()),
        Printed::Unreadable
    );
    assert_eq!(text("bis 0.95", comma), Printed::Unreadable);
}

#[test]
fn words_that_are_none_of_these() {
    for input in [
        "F: 0.5-0.95 M: 0.7-1.2",
        "adult 0.95",
        "adult: up to 0.95",
        "male < 0.95",
        "up to",
        "up to x",
        "upto0.95x1",
        "up to 0.5-0.95",
        "see below 5",
    ] {
        check(input, "unreadable");
    }
    // What stands behind the limits is taken as a unit, and refused where it is none.
    check("135 - 145 (adult)", "135..145 (adult)");
    check("up to 12 years: 0.9", "..12 years: 0.9");
    check("< 5 - 7", "..5! - 7");
}

use super::*;

/// The sexes of a column, a letter each; `?` where it is not known.
fn read(header: &str, cells: &str) -> String {
    let letters = SexLetters::of_column(header, cells.split(' '));
    let shown = |cell: &str| match Sex::read(letters.read(cell)) {
        Sex::Female => 'f',
        Sex::Male => 'm',
        Sex::Unknown => '?',
    };
    cells.split(' ').map(shown).collect()
}

#[test]
fn a_letter_means_what_it_does_in_the_language_of_its_header() {
    for (header, cells, expected) in [
        // Dutch: `man` and `vrouw`.
        ("Geslacht", "M V", "mf"),
        ("Geslacht", "V V", "ff"),
        ("Geslacht", "m", "m"),
        ("M/V", "V M", "fm"),
        // Spanish: `mujer`, `varón`, `hombre`; with an F it is not.
        ("Sexo", "M V", "fm"),
        ("Sexo", "H M", "mf"),
        ("Sexo", "V", "m"),
        ("Sexo", "M M", "??"),
        ("Sexo", "M F", "mf"),
        ("Género", "V M", "mf"),
        // A header that tells no language.
        ("Sex", "M V", "??"),
        ("Gender", "V", "?"),
        ("Sex", "M F V", "mf?"),
        ("Sex", "H M", "mf"),
        ("Sexe", "H F", "mf"),
        ("Sex", "K M", "fm"),
        ("Sex", "K E", "fm"),
        ("Sex", "K", "?"),
        ("Sex", "F N", "f?"),
        ("Geschlecht", "M W", "mf"),
        ("m/w", "w m", "fm"),
        // Others.
        ("Płeć", "K M", "fm"),
        ("Kön", "K M", "fm"),
        ("Køn", "K", "f"),
        ("Kjønn", "M F", "mf"),
        ("Pohlaví", "Ž M Z", "fmf"),
        ("Cinsiyet", "E K", "mf"),
        ("Cinsiyeti", "E", "m"),
        ("Sukupuoli", "N M", "fm"),
        ("Nem", "F N", "mf"),
        ("Nem", "F", "?"),
        ("Nem", "F M", "fm"),
        ("Φύλο", "Α Θ Γ", "mff"),
        ("Пол", "М Ж", "mf"),
        ("Lytis", "V M", "mf"),
        ("RIAGENDR", "1 2", "mf"),
        ("Gender (1=male; 2=female)", "1 2 3", "mf?"),
        ("Sex (0=Male, 1=Female)", "0 1 1.0 2", "mff?"),
        ("Sex [F=0, M=1, U=9]", "0 1 9", "fm?"),
        ("sex: 1male 2female", "1 2", "mf"),
        ("male", "1 0 1.0 yes no", "mfmmf"),
        ("is_female", "0 1 TRUE false", "mffm"),
        ("Female", "F T", "??"),
        ("Male", "2", "?"),
        // Which is which nobody says.
        ("Sex (1/2)", "1 2", "??"),
        ("Sex (0/1 male/female)", "0 1", "??"),
        ("Sex (1=male)", "1 2", "??"),
        ("Sex (1=male, 1=female)", "1", "?"),
    ] {
        assert_eq!(read(header, cells), expected, "{header}: {cells}");
    }
}

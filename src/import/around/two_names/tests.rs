//! Which names beside a number are of one person.

use super::*;

#[test]
fn names_that_are_one_persons_and_names_that_are_not() {
    for (one, other, are_two) in [
        ("SMITH, JOHN", "BROWN, PETER", true),
        ("John Smith", "Peter Brown", true),
        ("Müller, Hans", "Schmidt, Karl", true),
        // Another order, second names, initials, titles, accents, a letter lost.
        ("SMITH, JOHN", "John Smith", false),
        ("SMITH, JOHN", "SMITH, JOHN PETER", false),
        ("SMITH, JOHN", "J. Smith", false),
        ("SMITH, JOHN", "Smith J", false),
        ("SMITH, JOHN", "Mr John Smith", false),
        ("Mr John Smith", "Mr Peter Brown", true),
        ("Müller, Hans", "MULLER HANS", false),
        ("Meyer, Hans", "Meier, Johann", false),
        ("Katherine Jones", "Kate Jones-Brown", false),
        // Married; one first name of two.
        ("SMITH, JANE", "BROWN, JANE", false),
        ("Smith, Mary Jane", "Brown, Jane", false),
        ("Nguyễn Văn An", "Smith John", true),
        ("Nguyễn Văn An", "NGUYEN VAN AN", false),
        ("Kind Anna", "Meier Hans", true),
        ("Kind weiblich", "Meier Anna", false),
        ("Kind Meier", "Meier Anna", false),
        // Another script may be the same name.
        ("Петров Василий", "Smith John", true),
        ("Смирнова Мария", "Kowalski Adam", true),
        ("Йордан Йорданов", "Jordan Jordanov", false),
        ("Йенс Йенсен", "Jens Jensen", false),
        ("Иосиф Иоффе", "Joseph Joffe", false),
        ("Иоганн Иогансен", "Johann Johansen", false),
        ("Джорджо Джордано", "Giorgio Giordano", false),
        ("Ксения Сюй", "Xenia Xu", false),
        ("Цинь Цю", "Qin Qiu", false),
        ("Жэнь Жуй", "Ren Rui", false),
        ("Γιάννης Γιαννόπουλος", "Ioannis Ioannopoulos", false),
        ("Осман Османов", "Usman Usmanov", false),
        ("Фома Фогель", "Thomas Vogel", false),
        ("Чжан Чжэ", "Zhang Zhe", false),
        ("Олександр Ганенко", "Alexander Hanenko", false),
        ("Владимир Уладзімір", "Uladzimir Uladzimirau", false),
        ("Хелена Хернандес", "Elena Hernandez", false),
        ("Иванов Пётр", "Ivanov Petr", false),
        ("Юрьев Яков", "Jurjew Jakow", false),
        ("Παπαδόπουλος Γιώργος", "Papadopoulos Georgios", false),
        ("Παπαδόπουλος Γιώργος", "Smith Mary", true),
        ("王 小明", "Wang Xiaoming", false),
        // Not known yet, or no name at all.
        ("Unknown Male", "SMITH, JOHN", false),
        ("Baby Girl", "Jones, Mary", false),
        ("Smith", "Brown", false),
        ("P 1001", "SMITH, JOHN", false),
        ("", "SMITH, JOHN", false),
    ] {
        let (one_words, other_words) = (words(one), words(other));
        let said =
            1 < one_words.len().min(other_words.len()) && are_of_two(&[one_words, other_words]);
        assert_eq!(said, are_two, "{one} and {other}");
    }
}

#[test]
fn what_a_third_name_joins_is_one_in_any_order() {
    let joined = ["Smith Jane", "Brown Mary", "Jane Brown"];
    let apart = ["Smith Jane", "Brown Mary", "Jane Miller"];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let names = |of: [&str; 3]| order.map(|at| words(of[at]));
        assert!(!are_of_two(&names(joined)), "{order:?}");
        assert!(are_of_two(&names(apart)), "{order:?}");
    }
}

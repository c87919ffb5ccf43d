//! What the header of a reason says of it.

use crate::import::headers::vocabulary;

/// True for the header of a reason that can be only one why there is no result: that of a visit is another.
pub(super) fn says_of_what(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    let words = ["reject", "cancel", "done", "absent", "storn", "lbreasnd"];
    words.iter().any(|word| folded.contains(word))
}

/// True for the header of reasons why a sample was rejected.
pub(super) fn is_of_rejection(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    let words = [
        "reject",
        "rejet",
        "rechazo",
        "odrzucen",
        "拒收",
        "退检",
        "拒否",
        "부적합",
    ];
    words.iter().any(|word| folded.contains(word))
}

//! Section I: who looked at the sheet, and what follows. Blanks: the program decides nothing.

use maud::{Markup, html};

use super::items::heading;
use super::words::{blank, tick};

/// The blanks of the sign-off and of the second check on the day.
pub(super) fn section() -> Markup {
    html! {
        section.part.i {
            (heading("I", "Sign-off"))
            div.signoff {
                p {
                    "Reviewed by (name) " (blank("long")) " role " (blank("medium"))
                    " signature " (blank("medium")) " date, time " (blank("medium"))
                }
                p {
                    b { "Plan " } (tick("proceed")) " " (tick("repeat")) " " (blank("medium")) " "
                    (tick("refer to")) " " (blank("medium")) " " (tick("defer until")) " " (blank("short"))
                }
                p {
                    b { "Day of surgery, second checker " } (blank("medium")) " signature " (blank("medium"))
                    " time " (blank("short")) " " (tick("change since the sample: illness, medicine, transfusion, admission"))
                }
            }
        }
    }
}

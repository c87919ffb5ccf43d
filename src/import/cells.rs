//! What a cell says that is read by its column: one letter, a sign or a number means one thing beside some cells of the
//! column, or under some header, and another beside others.

pub(in crate::import) mod age_and_sex;
pub(in crate::import) mod asked;
pub(in crate::import) mod beyond;
pub(in crate::import) mod day_and_time;
pub(in crate::import) mod every_cell;
pub(in crate::import) mod flag_signs;
pub(in crate::import) mod fluid;
pub(crate) mod loinc;
pub(in crate::import) mod numbers;
pub(in crate::import) mod pregnant;
pub(in crate::import) mod sex;
pub(in crate::import) mod standing;
pub(in crate::import) mod status;

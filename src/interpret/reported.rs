//! The laboratory's own flag and status, understood as whole words.

mod control;
mod flag;
mod status;

pub use control::is_quality_control;
pub(crate) use control::{
    OF_CALIBRATION, OF_CONTROL, heads_controls, is_control, is_in_group, is_kind_of_control,
    is_no_day, is_nothing_but_control, names_level, speaks_of_controls, tells_of_somebody,
};
pub use flag::{flag, is_abnormal_flag, is_critical_flag};
pub(crate) use flag::{
    is_abnormal_mark, is_alarm, is_doubt, is_no_alarm, is_unknown_flag, remarks,
};
pub(crate) use status::{
    OF_ANIMAL, STANDARDIZED, STATISTIC, is_denied, is_flag, is_unknown_status, is_withdrawn,
    leaves_no_result,
};
pub use status::{Status, is_final, status};

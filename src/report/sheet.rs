//! The pre-operative review sheet, in its forms.

pub mod html;

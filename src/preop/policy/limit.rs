//! A limit of action, read: when is it crossed?

use rust_decimal::Decimal;

use super::schema::LimitRow;
use crate::interpretation::Limit as End;
use crate::reference::{Analyte, Catalog, Conversion};
use crate::units::Unit;

/// A row of the policy with its comparisons read.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    /// The row as written.
    pub(crate) row: LimitRow,
    /// `crossed` first, then the same limit in other units.
    pub(crate) tests: Vec<Test>,
    /// What must hold of other analytes: all of them, each with its alternatives.
    pub(crate) with: Vec<Vec<With>>,
}

/// A condition on another analyte's current result.
#[derive(Clone, Debug)]
pub(crate) struct With {
    pub(crate) analyte: String,
    pub(crate) test: Test,
}

/// One comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Test {
    pub(crate) side: Side,
    pub(crate) of: Of,
}

/// On which side a limit is crossed, and whether the limit itself counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// `<` or `<=`.
    Below { at: bool },
    /// `>` or `>=`.
    Above { at: bool },
    /// Inside the interval that judged the result.
    Inside,
}

/// What the number of a limit counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Of {
    /// A number in a unit; `conversion` leads to the canonical one.
    Number {
        value: Decimal,
        conversion: Conversion,
    },
    /// Multiples of the upper limit of the interval that judged the result.
    Uln(Decimal),
    /// Multiples of the lower one.
    Lln(Decimal),
    /// The interval itself.
    Interval,
}

impl Test {
    /// Reads `"< 2.5 mmol/L"`, `">= 84 mg/dL urea_nitrogen"`, `">= 3 ULN"`, `"inside"`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn read(text: &str, analyte: &Analyte) -> Result<Test, String> {
        let mut words = text.split_whitespace();
        let sign = words.next().unwrap_or("");
        let side = match sign {
            "inside" => {
                return match words.next() {
                    None => Ok(Test {
                        side: Side::Inside,
                        of: Of::Interval,
                    }),
                    Some(more) => Err(format!("`{more}` after `inside`")),
                };
            }
            "<" => Side::Below { at: false },
            "<=" => Side::Below { at: true },
            ">" => Side::Above { at: false },
            ">=" => Side::Above { at: true },
            _ => return Err(format!("`{sign}` is none of <, <=, >, >= and inside")),
        };
        let number = words.next().unwrap_or("");
        let value: Decimal = number
            .parse()
            .map_err(|_| format!("`{number}` is no number"))?;
        let code = words.next().unwrap_or("");
        let variant = words.next();
        if let Some(more) = words.next() {
            return Err(format!("`{more}` is one word too many"));
        }
        let of = match code {
            "ULN" => Of::Uln(value),
            "LLN" => Of::Lln(value),
            code => {
                let unit =
                    Unit::from_code(code).ok_or_else(|| format!("unit `{code}` is not known"))?;
                let variant = match variant {
                    None => None,
                    Some(id) => Some(
                        analyte
                            .variants
                            .iter()
                            .find(|variant| variant.id == id)
                            .ok_or_else(|| format!("{} has no variant `{id}`", analyte.id))?,
                    ),
                };
                let conversion = analyte
                    .conversion(unit, variant)
                    .ok_or_else(|| format!("{} cannot be stated in {code}", analyte.id))?;
                Of::Number { value, conversion }
            }
        };
        Ok(Test { side, of })
    }

    /// True if values above the limit cross it.
    pub(crate) fn is_above(self) -> bool {
        matches!(self.side, Side::Above { .. })
    }

    /// The end beyond which values cross, as [`crate::interpret::compare::is_beyond`] takes it.
    pub(crate) fn end(self, value: Decimal) -> End {
        End {
            value,
            inclusive: matches!(
                self.side,
                Side::Below { at: true } | Side::Above { at: true }
            ),
        }
    }
}

impl With {
    /// Reads `"free_t4 < 1 LLN"` or `"free_t4 > 1 ULN or free_t3 > 1 ULN"`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn read(text: &str, catalog: &Catalog) -> Result<Vec<With>, String> {
        text.split(" or ")
            .map(|one| {
                let (id, test) = one.trim().split_once(' ').unwrap_or((one.trim(), ""));
                let analyte = catalog
                    .analyte(id)
                    .ok_or_else(|| format!("analyte `{id}` is not known"))?;
                Ok(With {
                    analyte: id.to_string(),
                    test: Test::read(test, analyte)?,
                })
            })
            .collect()
    }
}

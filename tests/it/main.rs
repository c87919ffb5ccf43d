//! Stands in until the integration tests are merged.

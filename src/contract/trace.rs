//! The contract `readout.trace/1`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::trace::{Series, Trace as Model};

/// Sides over time.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Trace")]
pub(crate) struct Trace<'a> {
    #[schemars(extend("const" = "readout.trace/1"))]
    schema: &'static str,
    series: &'a [Series],
}

impl<'a> Trace<'a> {
    pub fn of(trace: &'a Model) -> Self {
        Self { schema: "readout.trace/1", series: &trace.series }
    }
}

//! Lines up what two governments say about the same meeting, topic by topic, and shows where they differ.

pub mod codebook;
pub mod readout;
pub mod text;

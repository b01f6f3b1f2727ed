//! Lines up what two governments say about the same meeting, topic by topic, and shows where they differ.
//!
//! ```
//! use std::path::Path;
//! use readout::{codebook::Codebook, comparison, readout::{Meeting, Readout}, render};
//!
//! let codebook = Codebook::embedded();
//! let us = Readout::parse(Path::new("us.md"), "The Secretary emphasized peace across the Taiwan Strait.")?;
//! let cn = Readout::parse(Path::new("cn.md"), "希望美方取消非法单边制裁。")?;
//! let order = comparison::Order::Given(Vec::new());
//! let comparison = comparison::compare(Meeting::of(vec![us, cn]), &order, &codebook)?;
//! assert_eq!(comparison.topics[0].silent.len(), 1);
//! let mut page = Vec::new();
//! render::comparison(&mut page, &comparison, &codebook, render::CompareFormat::Markdown, &render::Options::default())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod codebook;
pub mod coding;
pub mod comparison;
pub mod config;
pub mod contract;
pub mod evaluation;
pub mod files;
pub mod import;
pub mod ordered;
pub mod readout;
pub mod render;
pub mod site;
pub mod snapshot;
pub mod tables;
pub mod text;
pub mod trace;

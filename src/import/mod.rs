//! Where readouts come from: pages read from the network, and what is known of the meetings that they are about.

pub mod catalogue;
#[cfg(feature = "fetch")]
pub mod fetch;

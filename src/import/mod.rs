//! Where readouts come from: pages read from the network, and what is known of the meetings that they are about.

#[cfg(feature = "fetch")]
pub mod fetch;

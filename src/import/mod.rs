//! Texts from elsewhere: pages, addresses and news articles become readout files.

pub mod article;

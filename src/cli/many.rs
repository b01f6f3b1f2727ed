//! What is made of many texts or meetings, one after another, and written as it comes.

use std::io::{self, ErrorKind};

use anyhow::Result;

use super::{DONE, FAILED, message};
use readout::codebook::CodebookError;

/// What was made of one of them. One that cannot be read is told, and holds back none of the others; what is wrong with the
/// codebook is wrong for all.
pub(super) fn made<T>(result: Result<T>, failed: &mut bool, tell: impl FnOnce(&str)) -> Result<Option<T>> {
    match result {
        Ok(made) => Ok(Some(made)),
        Err(error) if error.is::<CodebookError>() => Err(error),
        Err(error) => {
            *failed = true;
            tell(&message(&error));
            Ok(None)
        }
    }
}

/// How a command ends that has written as it went: a reader who left early is no fault.
pub(super) fn ended(written: Result<()>, failed: bool) -> Result<u8> {
    match written {
        Err(error) => match error.downcast_ref::<io::Error>().map(io::Error::kind) {
            Some(ErrorKind::BrokenPipe) => Ok(DONE),
            Some(_) => Err(error.context("the output cannot be written")),
            None => Err(error),
        },
        Ok(()) => Ok(if failed { FAILED } else { DONE }),
    }
}

//! What all layers share: bytes that can be read from any place, and refusals that travel as
//! errors of reading until the importer tells them.

use super::super::super::error::ImportError;
use super::super::super::issue::Location;
use super::{ContainerKind, Fault, Limit};
use std::cell::Cell;
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

/// Bytes that can be read from any place.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// Why a layer can't be taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Damaged(ContainerKind, Fault),
    Encrypted(ContainerKind),
    Oversized(ContainerKind, Limit),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Refusal {}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, refusal)
    }
}

/// An error of reading as what it is: a layer's refusal, or the system's own words.
pub fn import_error(error: &io::Error, place: Location) -> ImportError {
    let refusal = error.get_ref().and_then(|e| e.downcast_ref::<Refusal>());
    match refusal.cloned() {
        Some(Refusal::Damaged(format, fault)) => ImportError::Damaged { place, format, fault },
        Some(Refusal::Encrypted(format)) => ImportError::Encrypted { place, format },
        Some(Refusal::Oversized(format, limit)) => ImportError::Oversized { place, format, limit },
        None => ImportError::Unreadable { place, reason: error.to_string() },
    }
}

/// Where a seek leads, for readers that know no end.
pub fn absolute(to: SeekFrom, at: u64) -> io::Result<u64> {
    let place = match to {
        SeekFrom::Start(place) => Some(place),
        SeekFrom::Current(offset) => at.checked_add_signed(offset),
        SeekFrom::End(_) => None,
    };
    place.ok_or_else(|| io::ErrorKind::Unsupported.into())
}

/// Reads on to a place, or to the end.
pub fn skip_to<R: Read>(reader: &mut R, to: u64, at: impl Fn(&R) -> u64) -> io::Result<u64> {
    let mut waste = [0; 1 << 12];
    while at(reader) < to {
        let most = (to - at(reader)).min(waste.len() as u64) as usize;
        if reader.read(waste.get_mut(..most).unwrap_or_default())? == 0 {
            break;
        }
    }
    Ok(at(reader))
}

/// Notes how far into the file the reading has come, for progress.
pub struct Metered<R> {
    inner: R,
    at: u64,
    furthest: Rc<Cell<u64>>,
}

impl<R> Metered<R> {
    pub fn new(inner: R, furthest: Rc<Cell<u64>>) -> Metered<R> {
        Metered { inner, at: 0, furthest }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.at += count as u64;
        self.furthest.set(self.at);
        Ok(count)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.inner.seek(to)?;
        Ok(self.at)
    }
}

//! Deflated bytes as a reader, with an eye on how much comes out: a file of 10 MB can hold 10 GB
//! of nothing.

use super::{ContainerKind, Fault, Limit, Refusal};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use std::io::{self, Read};

/// More than this is never unpacked from one file.
pub const MOST_BYTES: u64 = 4 << 30;
/// No export packs its rows tighter than this…
pub const MOST_RATIO: u32 = 200;
/// …and a small one may: the ratio is looked at from here on.
const RATIO_FROM: u64 = 16 << 20;
/// How many packed bytes are read at once.
const BLOCK: usize = 1 << 16;

/// Packed bytes, read ahead of their use.
pub struct Packed<R> {
    pub source: R,
    buffer: Vec<u8>,
    at: usize,
    /// Nothing follows the buffer.
    ended: bool,
    /// Bytes taken so far.
    taken: u64,
}

impl<R: Read> Packed<R> {
    pub fn new(source: R) -> Packed<R> {
        Packed { source, buffer: Vec::new(), at: 0, ended: false, taken: 0 }
    }

    /// Forgets what was read ahead, after the source was set to another place.
    pub fn forget(&mut self) {
        self.buffer.clear();
        self.at = 0;
        self.ended = false;
        self.taken = 0;
    }

    /// What is read ahead; empty at the end only.
    pub fn peek(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.buffer.len() && !self.ended {
            self.at = 0;
            self.buffer.resize(BLOCK, 0);
            let read = loop {
                match self.source.read(&mut self.buffer) {
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                    other => break other,
                }
            };
            // Nothing is kept of a read that failed.
            self.buffer.truncate(*read.as_ref().unwrap_or(&0));
            self.ended = read? == 0;
        }
        Ok(self.buffer.get(self.at..).unwrap_or_default())
    }

    pub fn take(&mut self, count: usize) {
        self.at += count;
        self.taken += count as u64;
    }

    pub fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?.first().copied();
        self.take(usize::from(byte.is_some()));
        Ok(byte)
    }
}

/// Inflates one stream of raw deflate.
pub struct Inflate {
    state: Box<InflateState>,
    kind: ContainerKind,
    /// Bytes that came out, of all streams of the file.
    pub out: u64,
    pub ended: bool,
}

impl Inflate {
    pub fn new(kind: ContainerKind) -> Inflate {
        Inflate { state: InflateState::new_boxed(DataFormat::Raw), kind, out: 0, ended: false }
    }

    /// Begins another stream of the same file.
    pub fn again(&mut self) {
        self.state.reset(DataFormat::Raw);
        self.ended = false;
    }

    /// As much as fits; nothing at the end of the stream only.
    pub fn read<R: Read>(&mut self, from: &mut Packed<R>, to: &mut [u8]) -> io::Result<usize> {
        while !self.ended && !to.is_empty() {
            let input = from.peek()?;
            let is_last = input.is_empty();
            let result = inflate(&mut self.state, input, to, MZFlush::None);
            from.take(result.bytes_consumed);
            self.out += result.bytes_written as u64;
            self.check(from.taken)?;
            match result.status {
                Ok(MZStatus::StreamEnd) => self.ended = true,
                Ok(_) | Err(MZError::Buf) if result.bytes_written > 0 => {}
                Ok(_) | Err(MZError::Buf) if is_last => {
                    return Err(Refusal::Damaged(self.kind, Fault::Truncated).into());
                }
                Ok(_) | Err(MZError::Buf) if result.bytes_consumed > 0 => continue,
                _ => return Err(Refusal::Damaged(self.kind, Fault::Structure).into()),
            }
            return Ok(result.bytes_written);
        }
        Ok(0)
    }

    fn check(&self, packed: u64) -> io::Result<()> {
        check_size(self.kind, packed, self.out)
    }
}

/// Whether so much may come out of so many packed bytes.
pub fn check_size(kind: ContainerKind, packed: u64, unpacked: u64) -> io::Result<()> {
    if unpacked > MOST_BYTES {
        return Err(Refusal::Oversized(kind, Limit::Bytes(MOST_BYTES)).into());
    }
    if unpacked > RATIO_FROM && unpacked / u64::from(MOST_RATIO) > packed {
        return Err(Refusal::Oversized(kind, Limit::Ratio(MOST_RATIO)).into());
    }
    Ok(())
}

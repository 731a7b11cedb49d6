//! A gzip file (RFC 1952) as the bytes inside of it: checked, and of any number of members, as
//! `cat a.gz b.gz` and some log writers make them.

use super::inflate::{Inflate, Packed};
use super::{ContainerKind, Fault, Refusal};
use crc32fast::Hasher;
use std::io::{self, Read, Seek, SeekFrom};

const KIND: ContainerKind = ContainerKind::Gzip;

/// Flags of a member's header.
const HEADER_CHECKSUM: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;

pub struct Gzip<R> {
    packed: Packed<R>,
    inflate: Inflate,
    /// Checksum and length of the member under way.
    sum: Hasher,
    length: u32,
    /// Position among the unpacked bytes.
    at: u64,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a member; the first one must be there.
    Header {
        first: bool,
    },
    Body,
    End,
}

fn damaged(fault: Fault) -> io::Error {
    Refusal::Damaged(KIND, fault).into()
}

impl<R: Read + Seek> Gzip<R> {
    pub fn new(source: R) -> Gzip<R> {
        Gzip {
            packed: Packed::new(source),
            inflate: Inflate::new(KIND),
            sum: Hasher::new(),
            length: 0,
            at: 0,
            place: Place::Header { first: true },
        }
    }

    fn byte(&mut self) -> io::Result<u8> {
        self.packed.byte()?.ok_or_else(|| damaged(Fault::Truncated))
    }

    fn word(&mut self) -> io::Result<u32> {
        let mut word = [0; 4];
        for byte in &mut word {
            *byte = self.byte()?;
        }
        Ok(u32::from_le_bytes(word))
    }

    /// Goes past a member's header. Behind the last member only zeros may stand, which tapes and
    /// block devices leave.
    fn header(&mut self, first: bool) -> io::Result<()> {
        let mut magic = self.packed.byte()?;
        while !first && magic == Some(0) {
            magic = self.packed.byte()?;
        }
        let Some(magic) = magic else {
            if first {
                return Err(damaged(Fault::Truncated));
            }
            self.place = Place::End;
            return Ok(());
        };
        let (magic, method) = ([magic, self.byte()?], self.byte()?);
        if magic != [0x1f, 0x8b] || method != 8 {
            return Err(damaged(Fault::Structure));
        }
        let flags = self.byte()?;
        for _ in 0..6 {
            self.byte()?;
        }
        if flags & EXTRA > 0 {
            let length = u16::from_le_bytes([self.byte()?, self.byte()?]);
            for _ in 0..length {
                self.byte()?;
            }
        }
        for flag in [NAME, COMMENT] {
            while flags & flag > 0 && self.byte()? != 0 {}
        }
        if flags & HEADER_CHECKSUM > 0 {
            self.byte()?;
            self.byte()?;
        }
        if !first {
            self.inflate.again();
        }
        self.sum.reset();
        self.length = 0;
        self.place = Place::Body;
        Ok(())
    }

    fn trailer(&mut self) -> io::Result<()> {
        if self.word()? != self.sum.clone().finalize() || self.word()? != self.length {
            return Err(damaged(Fault::Checksum));
        }
        self.place = Place::Header { first: false };
        Ok(())
    }
}

impl<R: Read + Seek> Read for Gzip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            match self.place {
                Place::End => return Ok(0),
                Place::Header { first } => self.header(first)?,
                Place::Body => {
                    let count = self.inflate.read(&mut self.packed, out)?;
                    if count == 0 {
                        self.trailer()?;
                        continue;
                    }
                    self.sum.update(out.get(..count).unwrap_or_default());
                    self.length = self.length.wrapping_add(count as u32);
                    self.at += count as u64;
                    return Ok(count);
                }
            }
        }
    }
}

impl<R: Read + Seek> Seek for Gzip<R> {
    /// To the beginning by unpacking anew, and forwards by unpacking on.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = super::absolute(to, self.at)?;
        if to < self.at {
            self.packed.source.seek(SeekFrom::Start(0))?;
            self.packed.forget();
            self.inflate = Inflate::new(KIND);
            self.at = 0;
            self.place = Place::Header { first: true };
        }
        super::skip_to(self, to, |gzip| gzip.at)
    }
}

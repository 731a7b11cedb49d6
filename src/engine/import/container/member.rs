//! One file of a ZIP archive as the bytes inside of it, checked against what the archive says.

use super::inflate::{Inflate, Packed, check_size};
use super::zip::Member;
use super::{ContainerKind, Fault, Refusal};
use crc32fast::Hasher;
use std::io::{self, Read, Seek, SeekFrom};

const KIND: ContainerKind = ContainerKind::Zip;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Encrypted as WinZip does it.
const AES: u16 = 99;

pub struct MemberReader<R> {
    packed: Packed<Window<R>>,
    /// `None`: the bytes stand there as they are.
    inflate: Option<Inflate>,
    member: Member,
    sum: Hasher,
    at: u64,
    checked: bool,
}

/// A part of a source.
struct Window<R> {
    source: R,
    begin: u64,
    left: u64,
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(out.len());
        let count = self.source.read(out.get_mut(..most).unwrap_or_default())?;
        self.left -= count as u64;
        Ok(count)
    }
}

fn damaged(fault: Fault) -> io::Error {
    Refusal::Damaged(KIND, fault).into()
}

impl<R: Read + Seek> MemberReader<R> {
    pub fn new(mut source: R, member: &Member) -> io::Result<MemberReader<R>> {
        if member.is_encrypted || member.method == AES {
            return Err(Refusal::Encrypted(KIND).into());
        }
        if !matches!(member.method, STORED | DEFLATED) {
            return Err(damaged(Fault::Packing));
        }
        check_size(KIND, member.packed, member.unpacked)?;
        source.seek(SeekFrom::Start(member.begin))?;
        let mut head = [0; 30];
        source.read_exact(&mut head).map_err(|_| damaged(Fault::Truncated))?;
        let [b'P', b'K', 3, 4, .., n0, n1, x0, x1] = head else {
            return Err(damaged(Fault::Structure));
        };
        let names = u64::from(u16::from_le_bytes([n0, n1]));
        let begin = member.begin + 30 + names + u64::from(u16::from_le_bytes([x0, x1]));
        source.seek(SeekFrom::Start(begin))?;
        let inflate = (member.method == DEFLATED).then(|| Inflate::new(KIND));
        let packed = Packed::new(Window { source, begin, left: member.packed });
        let (sum, member) = (Hasher::new(), member.clone());
        Ok(MemberReader { packed, inflate, member, sum, at: 0, checked: false })
    }

    fn next(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(inflate) = &mut self.inflate {
            return inflate.read(&mut self.packed, out);
        }
        let input = self.packed.peek()?;
        let count = input.len().min(out.len());
        for (to, from) in out.iter_mut().zip(input) {
            *to = *from;
        }
        self.packed.take(count);
        Ok(count)
    }
}

impl<R: Read + Seek> Read for MemberReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let count = self.next(out)?;
        self.at += count as u64;
        self.sum.update(out.get(..count).unwrap_or_default());
        if self.at > self.member.unpacked {
            return Err(damaged(Fault::Checksum));
        }
        if count == 0 && !self.checked {
            if self.at < self.member.unpacked {
                return Err(damaged(Fault::Truncated));
            }
            if self.sum.clone().finalize() != self.member.checksum {
                return Err(damaged(Fault::Checksum));
            }
            self.checked = true;
        }
        Ok(count)
    }
}

impl<R: Read + Seek> Seek for MemberReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = super::absolute(to, self.at)?;
        if to < self.at {
            let window = &mut self.packed.source;
            window.source.seek(SeekFrom::Start(window.begin))?;
            window.left = self.member.packed;
            self.packed.forget();
            self.inflate = self.inflate.as_ref().map(|_| Inflate::new(KIND));
            self.sum.reset();
            self.at = 0;
            self.checked = false;
        }
        super::skip_to(self, to, |member| member.at)
    }
}

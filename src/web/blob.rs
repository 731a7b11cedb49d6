//! A File as a synchronous reader. Works in a worker only, where FileReaderSync exists; a slice is
//! read at a time, so a file of any size takes one slice of memory.

use js_sys::Uint8Array;
use std::io::{self, Read, Seek, SeekFrom};
use web_sys::{File, FileReaderSync};

/// Bytes fetched from the File at once.
const SLICE: u64 = 4 << 20;

/// Reads a File slice by slice.
pub struct BlobReader {
    file: File,
    reader: FileReaderSync,
    size: u64,
    at: u64,
    slice: Vec<u8>,
    slice_begins: u64,
}

impl BlobReader {
    /// Starts at the first byte.
    ///
    /// # Errors
    /// A text where the scope has no FileReaderSync.
    pub fn new(file: File) -> Result<BlobReader, String> {
        let reader = FileReaderSync::new().map_err(|e| format!("{e:?}"))?;
        let size = file.size() as u64;
        Ok(BlobReader { file, reader, size, at: 0, slice: Vec::new(), slice_begins: 0 })
    }

    fn fetch(&mut self) -> io::Result<()> {
        let end = (self.at + SLICE).min(self.size);
        let fail = |e: wasm_bindgen::JsValue| io::Error::other(format!("{e:?}"));
        let blob = self.file.slice_with_f64_and_f64(self.at as f64, end as f64).map_err(fail)?;
        let buffer = self.reader.read_as_array_buffer(&blob).map_err(fail)?;
        let view = Uint8Array::new(&buffer);
        self.slice.resize(view.length() as usize, 0);
        view.copy_to(&mut self.slice);
        self.slice_begins = self.at;
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let held = self.slice_begins..self.slice_begins + self.slice.len() as u64;
        if !held.contains(&self.at) {
            self.fetch()?;
        }
        let from = (self.at - self.slice_begins) as usize;
        let rest = self.slice.get(from..).unwrap_or_default();
        let count = rest.len().min(out.len());
        for (to, byte) in out.iter_mut().zip(rest) {
            *to = *byte;
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for BlobReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, offset) = match to {
            SeekFrom::Start(n) => (n, 0),
            SeekFrom::End(n) => (self.size, n),
            SeekFrom::Current(n) => (self.at, n),
        };
        let at = base.checked_add_signed(offset);
        self.at = at.ok_or_else(|| io::Error::other("seek before the beginning"))?;
        Ok(self.at)
    }
}

//! A File as a synchronous reader. Works in a worker only, where FileReaderSync exists; a slice is
//! read at a time, so a file of any size takes one slice of memory.

use js_sys::Uint8Array;
use std::io::{self, Read, Seek, SeekFrom};
use web_sys::{File, FileReaderSync};

/// Bytes fetched from the File at once.
const SLICE: u64 = 4 << 20;

/// Reads a File slice by slice. A slice stays outside of our memory; what is read of it is copied
/// once, to where the reader wants it.
pub struct BlobReader {
    file: File,
    reader: FileReaderSync,
    size: u64,
    at: u64,
    slice: Option<Uint8Array>,
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
        Ok(BlobReader { file, reader, size, at: 0, slice: None, slice_begins: 0 })
    }

    /// The slice that holds the next byte, and where in it that byte stands.
    fn slice(&mut self) -> io::Result<(Uint8Array, u32)> {
        if let Some(slice) = &self.slice
            && let Some(from) = self.at.checked_sub(self.slice_begins)
            && from < u64::from(slice.length())
        {
            return Ok((slice.clone(), from as u32));
        }
        // Two slices at once would be one too many.
        self.slice = None;
        let end = (self.at + SLICE).min(self.size);
        let fail = |e: wasm_bindgen::JsValue| io::Error::other(format!("{e:?}"));
        let blob = self.file.slice_with_f64_and_f64(self.at as f64, end as f64).map_err(fail)?;
        let buffer = self.reader.read_as_array_buffer(&blob).map_err(fail)?;
        let slice = Uint8Array::new(&buffer);
        self.slice_begins = self.at;
        Ok((self.slice.insert(slice).clone(), 0))
    }
}

impl Read for BlobReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let (slice, from) = self.slice()?;
        let count = out.len().min((slice.length() - from) as usize);
        let part = slice.subarray(from, from + count as u32);
        part.copy_to(out.get_mut(..count).unwrap_or_default());
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

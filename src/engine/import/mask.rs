//! Where a byte occurs among 64: one bit a place. Sixteen bytes are compared at once where the
//! machine can do that, eight otherwise; the answer is the same.
//!
//! In WebAssembly the functions that do so say that they need its vectors, which every browser of
//! the last years has; so do those that they are to be inlined into. Not here: what the bits mean
//! (`cut`).

/// Sixty-four bytes that are looked at together.
pub type Chunk = [u8; 64];

/// The bits at which a byte stands, the first place lowest.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"), inline)]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub fn places(chunk: &Chunk, byte: u8) -> u64 {
    let mut bits = 0;
    let (parts, _) = chunk.as_chunks::<16>();
    for (i, part) in parts.iter().enumerate() {
        bits |= u64::from(sixteen(part, byte)) << (16 * i);
    }
    bits
}

#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
fn sixteen(part: &[u8; 16], byte: u8) -> u16 {
    use core::arch::wasm32::{i8x16_bitmask, i8x16_eq, i8x16_splat, v128_load};
    // SAFETY: the reference is to sixteen readable bytes, and the load needs no alignment.
    let bytes = unsafe { v128_load(part.as_ptr().cast()) };
    i8x16_bitmask(i8x16_eq(bytes, i8x16_splat(byte as i8)))
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn sixteen(part: &[u8; 16], byte: u8) -> u16 {
    use core::arch::x86_64::{_mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_set1_epi8};
    // SAFETY: every x86-64 has SSE2; the load needs no alignment and stays within the sixteen bytes.
    unsafe {
        let bytes = _mm_loadu_si128(part.as_ptr().cast());
        _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte as i8))) as u16
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "wasm32")))]
#[inline(always)]
fn sixteen(part: &[u8; 16], byte: u8) -> u16 {
    let (low, high) = part.split_at(8);
    eight(low, byte) | eight(high, byte) << 8
}

/// A byte of a word becomes 0 where it is the one that is looked for; its top bit is then gathered.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "wasm32"))))]
fn eight(part: &[u8], byte: u8) -> u16 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let word = part.try_into().map_or(0, u64::from_le_bytes);
    let zero = word ^ (u64::from(byte) * 0x0101_0101_0101_0101);
    let tops = !(((zero & LOW) + LOW) | zero | LOW);
    ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found() {
        let mut chunk = [0; 64];
        for (i, byte) in chunk.iter_mut().enumerate() {
            *byte = (i * 37 % 251) as u8;
        }
        for byte in 0..=255 {
            let wanted = chunk.iter().rev().fold(0, |bits, b| bits << 1 | u64::from(*b == byte));
            assert_eq!(places(&chunk, byte), wanted, "{byte}");
            let words = chunk.chunks(8).enumerate();
            let by_words =
                words.fold(0, |bits, (i, w)| bits | u64::from(eight(w, byte)) << (8 * i));
            assert_eq!(by_words, wanted, "{byte} by words");
        }
    }
}

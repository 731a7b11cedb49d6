//! Makes each row's group one of as many more as a further key has values, sixteen rows at once
//! where the values have codes of a byte and all rows are asked for.
//!
//! In WebAssembly by the vectors that the import needs as well (`import::mask`); the answer is the
//! same everywhere. Not here: which rows are asked for (`stretch`).

/// Each group times `width`, plus the code of its row.
#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
pub(super) fn widen(groups: &mut [u32], codes: &[u8], width: u32) {
    use core::arch::wasm32::*;
    let (sixteens, rest) = groups.as_chunks_mut::<16>();
    let (of_sixteens, of_rest) = codes.as_chunks::<16>();
    let by = u32x4_splat(width);
    for (groups, codes) in sixteens.iter_mut().zip(of_sixteens) {
        // SAFETY: sixteen codes of a byte are one vector; no load needs to be aligned.
        let codes = unsafe { v128_load(codes.as_ptr().cast()) };
        let (low, high) = (u16x8_extend_low_u8x16(codes), u16x8_extend_high_u8x16(codes));
        let fours = [
            u32x4_extend_low_u16x8(low),
            u32x4_extend_high_u16x8(low),
            u32x4_extend_low_u16x8(high),
            u32x4_extend_high_u16x8(high),
        ];
        for (groups, codes) in groups.as_chunks_mut::<4>().0.iter_mut().zip(fours) {
            let at = groups.as_mut_ptr().cast::<v128>();
            // SAFETY: four groups are one vector, which needs no alignment.
            unsafe { v128_store(at, u32x4_add(u32x4_mul(v128_load(at), by), codes)) };
        }
    }
    one_by_one(rest, of_rest, width);
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn widen(groups: &mut [u32], codes: &[u8], width: u32) {
    one_by_one(groups, codes, width);
}

fn one_by_one(groups: &mut [u32], codes: &[u8], width: u32) {
    for (group, code) in groups.iter_mut().zip(codes) {
        *group = group.wrapping_mul(width).wrapping_add(u32::from(*code));
    }
}

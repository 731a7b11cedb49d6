//! Which of eight days lie in a period: a bit for each, and by it their places one after the
//! other. No branch is taken on the way, as it would be guessed wrong too often.
//!
//! In WebAssembly four days are compared at once, by the vectors that the import needs as well
//! (`import::mask`); the answer is the same everywhere. Not here: what is done with the rows.

use crate::engine::filter::Period;

/// Days that are looked at together.
pub(super) type Eight = [i32; 8];

/// The places of the bits that are set, lowest first; what follows them means nothing.
const PLACES: [[u16; 8]; 256] = places();

const fn places() -> [[u16; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut bits = 0;
    while bits < 256 {
        let (mut place, mut count) = (0, 0);
        while place < 8 {
            if bits >> place & 1 == 1 {
                table[bits][count] = place as u16;
                count += 1;
            }
            place += 1;
        }
        bits += 1;
    }
    table
}

/// Puts down the places of those days that lie in a period, `base` being that of the first one,
/// and returns how many they are. `to` has room for all of them and eight more.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub(super) fn keep(days: &[Eight], period: Period, base: u16, to: &mut [u16]) -> usize {
    let (mut base, mut count) = (base, 0);
    for days in days {
        let bits = within(days, period);
        let room = to.get_mut(count..).and_then(<[u16]>::first_chunk_mut);
        if let (Some(to), Some(places)) = (room, PLACES.get(usize::from(bits))) {
            put(places, base, to);
        }
        count += bits.count_ones() as usize;
        base += 8;
    }
    count
}

#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
fn within(days: &Eight, period: Period) -> u8 {
    use core::arch::wasm32::*;
    let (first, last) = (i32x4_splat(period.first.0), i32x4_splat(period.last.0));
    let (low, high) = days.split_at(4);
    let four = |days: &[i32]| {
        // SAFETY: the half of eight numbers is four of them, and the load needs no alignment.
        let days = unsafe { v128_load(days.as_ptr().cast()) };
        i32x4_bitmask(v128_and(i32x4_ge(days, first), i32x4_le(days, last)))
    };
    four(low) | four(high) << 4
}

#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
fn put(places: &[u16; 8], base: u16, to: &mut [u16; 8]) {
    use core::arch::wasm32::*;
    // SAFETY: both are eight numbers of two bytes; neither needs to be aligned.
    unsafe {
        let places = u16x8_add(v128_load(places.as_ptr().cast()), u16x8_splat(base));
        v128_store(to.as_mut_ptr().cast(), places);
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn within(days: &Eight, period: Period) -> u8 {
    let is_within = |day: &i32| (period.first.0 <= *day) & (*day <= period.last.0);
    days.iter().rev().fold(0, |bits, day| bits << 1 | u8::from(is_within(day)))
}

#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn put(places: &[u16; 8], base: u16, to: &mut [u16; 8]) {
    to.iter_mut().zip(places).for_each(|(to, place)| *to = base + place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::table::NO_DAY;
    use crate::engine::value::Day;

    #[test]
    fn the_same_days_are_kept_as_one_by_one() {
        let period = Period { first: Day(-3), last: Day(4) };
        let mut state = 5u32;
        for round in 0..2000 {
            let mut pick = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                match state >> 24 {
                    0..=9 => NO_DAY,
                    10..=12 => i32::MAX,
                    n => n as i32 % 14 - 7,
                }
            };
            let eights: Vec<Eight> =
                (0..round % 5).map(|_| std::array::from_fn(|_| pick())).collect();
            let mut places = vec![0; eights.len() * 8 + 8];
            let count = keep(&eights, period, 16, &mut places);
            let days = eights.as_flattened().iter().zip(16u16..);
            let wanted = days.filter(|(day, _)| period.contains(Day(**day))).map(|(_, at)| at);
            assert_eq!(places[..count], wanted.collect::<Vec<_>>());
        }
    }
}

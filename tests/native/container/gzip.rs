//! `.csv.gz`: unpacked while it is read, checked, and stopped where it is a bomb.

use super::pack::{crc, gzip, gzip_raw};
use super::{CSV, is_the_csv, layers, read, refused};
use miniz_oxide::deflate::compress_to_vec;
use std::time::Instant;
use tundish::engine::error::ImportError;
use tundish::engine::import::container::{ContainerKind, Fault, Limit, MOST_RATIO};

const KIND: ContainerKind = ContainerKind::Gzip;

fn fault(bytes: &[u8]) -> Fault {
    match refused(bytes) {
        ImportError::Damaged { format: ContainerKind::Gzip, fault, .. } => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_packed_csv_is_the_csv() {
    let imported = read(&gzip(CSV.as_bytes()));
    is_the_csv(&imported);
    assert_eq!(layers(&imported), [KIND]);
    assert!(imported.profile.container[0].entries.is_empty());
    let named =
        gzip_raw(&compress_to_vec(CSV.as_bytes(), 1), crc(CSV.as_bytes()), CSV.len(), "a.csv");
    is_the_csv(&read(&named));
}

#[test]
fn members_one_after_the_other_are_one_table() {
    let (a, b) = CSV.split_at(31);
    let mut file = gzip(a.as_bytes());
    file.extend(gzip(b""));
    file.extend(gzip(b.as_bytes()));
    // Blocks of tapes are filled up with zeros.
    file.extend([0; 700]);
    is_the_csv(&read(&file));
}

#[test]
fn large_files_are_the_same_however_they_are_packed() {
    let mut csv = "id;имя;сумма\n".to_owned();
    for i in 0..60_000u32 {
        csv += &format!("{i};Клиент №{};{},5\n", i.wrapping_mul(2_654_435_761) % 9973, i % 977);
    }
    let plain = read(csv.as_bytes());
    let packed = read(&gzip(csv.as_bytes()));
    assert_eq!(plain.profile.rows, 60_000);
    assert_eq!(packed.profile.columns, plain.profile.columns);
    assert_eq!(packed.profile.head, plain.profile.head);
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever_it_was_cut() {
    let whole = gzip(CSV.as_bytes());
    for length in 3..whole.len() {
        assert_eq!(fault(&whole[..length]), Fault::Truncated, "{length}");
    }
}

#[test]
fn a_wrong_checksum_or_length_is_refused() {
    let mut file = gzip(CSV.as_bytes());
    let end = file.len();
    file[end - 6] ^= 1;
    assert_eq!(fault(&file), Fault::Checksum);
    let mut file = gzip(CSV.as_bytes());
    file[end - 4] ^= 1;
    assert_eq!(fault(&file), Fault::Checksum);
    let mut file = gzip(CSV.as_bytes());
    file.extend(b"and more");
    assert_eq!(fault(&file), Fault::Structure);
}

#[test]
fn a_bomb_stops_at_the_limit_long_before_its_end() {
    // 10 MB that would be 10 GB: one deflated block of a million equal letters, again and again.
    let line = "aaaa,bbbb\n".repeat(100_000);
    let block = compress_to_vec(line.as_bytes(), 9);
    let member = gzip_raw(&block, crc(line.as_bytes()), line.len(), "");
    let bomb: Vec<u8> = member.iter().copied().cycle().take(10 << 20).collect();
    assert!(bomb.len() / member.len() * line.len() > 4 << 30);
    let began = Instant::now();
    let error = refused(&bomb);
    let limit = Limit::Ratio(MOST_RATIO);
    assert!(
        matches!(error, ImportError::Oversized { format: KIND, limit: l, .. } if l == limit),
        "{error:?}"
    );
    println!("stopped after {:?}", began.elapsed());
}

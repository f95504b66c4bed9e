"""Reading dumps as streams."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.gazetteer.build.wikidata.dump import START, Truncated, batches

from .dumps import dump_bytes, lines, write_dump

ENDINGS = (".json", ".json.gz", ".json.bz2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    for ending in ENDINGS:
        write_dump(folder / f"dump{ending}")
    return folder


@pytest.mark.parametrize("ending", ENDINGS)
def test_all_of_it_comes_out_in_whole_lines(folder: Path, ending: str) -> None:
    found = list(batches(folder / f"dump{ending}", size=1000))
    assert b"".join(batch.data for batch in found) == dump_bytes()
    assert all(batch.data.endswith(b"\n") and batch.length == len(batch.data) for batch in found)
    assert found[-1].read == (folder / f"dump{ending}").stat().st_size and (len(found) > 3 or ending == ".json")


@given(size=st.integers(1, 20_000), at=st.integers(0, 200), ending=st.sampled_from(ENDINGS))
def test_reading_goes_on_from_any_place(folder: Path, size: int, at: int, ending: str) -> None:
    path = folder / f"dump{ending}"
    found = list(batches(path, size=size))
    at %= len(found)
    before = b"".join(batch.data for batch in found[: at + 1])
    after = b"".join(batch.data for batch in batches(path, found[at].after, size=700))
    assert before + after == dump_bytes()


def test_a_place_in_a_later_member_reads_nothing_before_it(folder: Path) -> None:
    found = list(batches(folder / "dump.json.gz", size=1000))
    assert found[-1].after.offset > found[0].after.offset >= START.offset
    assert all(batch.after.inside < 60_000 for batch in found)


@pytest.mark.parametrize("ending", ENDINGS[1:])
@pytest.mark.parametrize("lost", [1, 9, 400, 2000])
def test_an_archive_that_ends_in_the_middle(tmp_path: Path, ending: str, lost: int) -> None:
    path = write_dump(tmp_path / f"dump{ending}", member=1000)
    path.write_bytes(path.read_bytes()[:-lost])
    read = b""
    with pytest.raises(Truncated, match="ends in the middle"):
        for batch in batches(path, size=1000):
            read += batch.data
    assert dump_bytes().startswith(read) and (not read or read.endswith(b"\n"))


@pytest.mark.parametrize("ending", ENDINGS[1:])
def test_a_damaged_archive(tmp_path: Path, ending: str) -> None:
    path = write_dump(tmp_path / f"dump{ending}", member=1000)
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 2, len(data) // 2 + 40):
        data[at] ^= 0x55
    path.write_bytes(bytes(data))
    with pytest.raises(MtqaError, match=r"dump.*(damaged near byte|ends in the middle)"):
        list(batches(path))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.json.gz", b"", "empty"),
        ("a.json.gz", b"PK\x03\x04 a zip file", "no Wikidata dump"),
        ("a.json", b"<html>", "no Wikidata dump"),
    ],
)
def test_what_is_no_dump(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MtqaError, match=says):
        list(batches(tmp_path / name))


def test_a_missing_dump(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="No such file"):
        list(batches(tmp_path / "none.json.gz"))


def test_padding_after_the_last_member(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "dump.json.gz")
    path.write_bytes(path.read_bytes() + bytes(512))
    assert b"".join(batch.data for batch in batches(path)) == dump_bytes()


def test_a_line_may_be_longer_than_a_batch(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "dump.json.gz", [b'{"x":"' + b"y" * 100_000 + b'"},', *lines()])
    assert b"".join(batch.data for batch in batches(path, size=100)) == path_bytes(path)


def path_bytes(path: Path) -> bytes:
    import gzip

    return gzip.decompress(path.read_bytes())

from datetime import date, datetime

import pytest

from mtqa.document.dates import date_in, parse_date

DAY = date(2021, 11, 28)


@pytest.mark.parametrize(
    "value",
    ["2021-11-28", "2021-11-28T23:30:00-05:00", "2021-11-28 10:00", "20211128", "2021/11/28", "28 November 2021"]
    + ["November 28, 2021", "28 Nov 2021", "Nov 28, 2021", "Sun, 28 Nov 2021 10:00:00 +0000", " 2021-11-28 "]
    + [DAY, datetime(2021, 11, 28, 23, 59)],
)
def test_dates_that_are_read(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value", ["", "soon", "2021-13-01", "2021-02-30", "11/12/2021", "2021", 2021, None, [], "9" * 400]
)
def test_what_is_no_date(value: object) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    "key", ["date", "Date", "published", "pubDate", "published_at", "publish-date", "datePublished"]
)
def test_keys(key: str) -> None:
    assert date_in({"title": "2020-01-01", key: "2021-11-28"}) == DAY


def test_the_first_key_that_holds_a_date_counts() -> None:
    assert date_in({"created": "2020-01-01", "published": "2021-11-28", "date": "tomorrow"}) == DAY
    assert date_in({}) is None

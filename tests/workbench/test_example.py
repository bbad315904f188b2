"""An example in followthemoney's shape becomes a query to screen."""

from __future__ import annotations

from typing import Any

import pytest

from yalu.workbench.example import Example, read
from yalu.workbench.shapes import EntityExample


def example(schema: str, **properties: Any) -> Example:
    return read(EntityExample.model_validate({"schema": schema, "properties": properties}))


def test_each_type_of_property_has_its_place() -> None:
    found = example(
        "Person",
        name="Ri Hong Sop",
        alias=["리홍섭"],
        birthDate=["1940"],
        nationality="kp",
        passportNumber="654310150",
    )
    assert found.query.names == ("Ri Hong Sop", "리홍섭")
    assert found.query.birth_dates == ("1940",)
    assert found.query.countries == ("KP",)
    assert found.query.identifiers == (("passport", "654310150"),)
    assert found.query.family == "Person" and found.ignored == []


@pytest.mark.parametrize(
    ("schema", "family"),
    [
        ("Company", "Organization"),
        ("PublicBody", "Organization"),
        ("LegalEntity", "LegalEntity"),
        ("Vessel", "Vessel"),
        ("Airplane", "Vessel"),
        ("Thing", ""),
        ("Security", ""),
    ],
)
def test_a_schema_says_how_names_are_read(schema: str, family: str) -> None:
    assert example(schema, name="A").query.family == family


def test_values_are_texts_however_they_come() -> None:
    found = example("Company", name=["  A Ltd ", "A Ltd", "", None, ["B Ltd"]], registrationNumber=[1234567])
    assert found.query.names == ("A Ltd", "B Ltd")
    assert found.query.identifiers == (("registration", "1234567"),)
    assert found.said["properties"]["name"] == ["A Ltd", "B Ltd"]


def test_given_names_stand_before_the_family_name() -> None:
    assert example("Person", lastName="Rangsom", middleName="B", firstName="A").query.names == (
        "A B Rangsom",
    )
    assert example("Person", lastName="Rangsom", name="Whole").query.names == ("Whole",)


def test_what_is_left_out_is_said() -> None:
    found = example(
        "Company", name=[f"N{n}" for n in range(60)], okpoCode="12345678", shoe="9", notes="x" * 10_001
    )
    assert found.ignored == [
        "shoe: no property of Company",
        "notes: what is beyond 10,000 characters",
        "okpoCode: not compared",
        "names: the first 50 are compared, 10 are not",
    ]


@pytest.mark.parametrize(("schema", "why"), [("Nothing", "Unknown schema"), ("Document", "Non-matchable")])
def test_a_schema_that_cannot_be_matched_is_refused(schema: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        example(schema, name="A")

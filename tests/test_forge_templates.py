"""What servers of git show to who files an issue or proposes a change: forms that GitHub, Forgejo and Gitea know, and the same as text for GitLab."""

import re

import pytest
import yaml
from project import ROOT
from showcase.system.gazetteer import load_gazetteer

FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
KINDS = {"markdown", "textarea", "input", "dropdown", "checkboxes"}
"""What all three servers know."""
TEXTS = {
    path.stem.lower(): path.read_text(encoding="utf-8") for path in (ROOT / ".gitlab/issue_templates").glob("*.md")
}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_form_is_one_that_all_servers_read(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "title", "body"}
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z-]+", one) for one in ids)
    for element in form["body"]:
        assert element["type"] in KINDS
        if element["type"] == "markdown":
            assert set(element["attributes"]) == {"value"}
        else:
            assert element["attributes"]["label"]
        if element["type"] in {"textarea", "input", "dropdown"}:
            assert isinstance(element["validations"]["required"], bool)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_gitlab_asks_for_the_same(path):
    text = TEXTS[path.stem[2:]]
    for element in yaml.safe_load(path.read_text(encoding="utf-8"))["body"]:
        told = element["attributes"]
        asked = (
            [one["label"] for one in told["options"]]
            if element["type"] == "checkboxes"
            else [told.get("label", told.get("value", ""))]
        )
        assert all(one.strip() in text for one in asked)


def test_files_can_be_sent_with_what_needs_them():
    takers = {
        path.stem
        for path in FORMS
        for element in yaml.safe_load(path.read_text(encoding="utf-8"))["body"]
        if element["type"] == "textarea" and "Kéo " in element["attributes"].get("description", "")
    }
    assert takers == {"1-bao-cho-sai", "2-gui-mo-hinh", "3-da-lam-theo"}


def test_a_form_offers_the_fields_of_the_vocabulary():
    fields = yaml.safe_load((ROOT / "models/_vocabulary/linh-vuc.yaml").read_text(encoding="utf-8"))
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/2-gui-mo-hinh.yml").read_text(encoding="utf-8"))
    (offered,) = (one["attributes"]["options"] for one in form["body"] if one["type"] == "dropdown")
    assert offered == [*(term["ten"] for term in fields.values()), "Chưa rõ"]


def test_proposals_are_begun_alike_everywhere():
    github = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert github == (ROOT / ".gitlab/merge_request_templates/Default.md").read_text(encoding="utf-8")
    assert "Kiểm tra bài gửi" in github


def test_the_sample_of_owners_names_each_province_and_nobody_is_asked_by_it():
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(not line or line.startswith("#") for line in lines)
    named = [found[1] for line in lines if (found := re.fullmatch(r"# /models/([a-z-]+)/ +@\S+", line))]
    gazetteer = load_gazetteer()
    assert named == sorted(gazetteer.slug_of(unit) for unit in gazetteer.provinces)
    folders = {path.name for path in (ROOT / "models").iterdir() if path.is_dir() and path.name[0] != "_"}
    assert folders <= set(named)

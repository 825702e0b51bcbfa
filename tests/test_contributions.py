"""Where changes go: what the settings may say, and what pages that send may do more than others."""

from dataclasses import replace

import pytest
from library import SITE, MadeHost, inputs_of
from making import model
from project import make_project, put
from showcase.mkdocs.contributions import need_contributions
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.render import plan_host
from showcase.publish.context import Context
from showcase.publish.policy import PLACEHOLDER
from showcase.views.contributions import Contributions
from showcase.views.embedding import embedding_page

SERVER = {"kind": "forgejo", "address": "https://kho.mau.example/git/", "project": "dan-van/kheo"}
FRAME = f'<meta content="{PLACEHOLDER}">{{% block main %}}{{% endblock %}}'
SENDING = ["gui-bai/", "bao-cho-sai/", "lam-theo-roi/"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("kho.mau.example", "hãy ghi kind, address"),
        ({"loai": "forgejo"}, "hãy ghi kind, address"),
        ({**SERVER, "client_id": 12}, "client_id phải là chữ"),
        ({**SERVER, "branch": None}, "branch phải là chữ"),
        ({**SERVER, "kind": "gitea"}, "không có loại máy chủ 'gitea'"),
        ({"address": "https://kho.mau.example"}, "thiếu kind"),
        ({**SERVER, "address": ""}, "address '' phải là địa chỉ https"),
        ({**SERVER, "address": "http://kho.mau.example"}, "phải là địa chỉ https"),
        ({**SERVER, "address": "https://ai:mat-khau@kho.mau.example"}, "phải là địa chỉ https"),
        ({**SERVER, "address": "https://kho.mau.example/?a"}, "phải là địa chỉ https"),
        ({**SERVER, "address": "https://kho.mau.example; script-src *"}, "phải là địa chỉ https"),
        ({**SERVER, "address": "https://kho.mau.example/' *"}, "phải là địa chỉ https"),
        ({**SERVER, "address": "https://[::1"}, "phải là địa chỉ https"),
        ({**SERVER, "project": "kheo"}, "project 'kheo' phải là"),
        ({**SERVER, "project": "a/b/c"}, "project 'a/b/c' phải là"),
        ({**SERVER, "kind": "gitlab", "project": "a/../b"}, "project 'a/../b' phải là"),
        ({**SERVER, "branch": ""}, "branch '' không phải"),
        ({**SERVER, "branch": "a..b"}, "branch 'a..b' không phải"),
        ({**SERVER, "client_id": "a b"}, "client_id chỉ có"),
        ({**SERVER, "kind": "github", "client_id": "Iv1"}, "GitHub không cho trang web tự đăng nhập"),
        ({"mail": "ban bien tap"}, "mail 'ban bien tap' không phải"),
        ({"mail": "a@mau.example?cc=b@mau.example"}, "mail 'a@mau"),
        ({"zalo": "javascript:alert(1)"}, "zalo 'javascript"),
    ],
)
def test_what_is_no_setting_is_told_in_one_sentence(given, said):
    with pytest.raises(HostError) as told:
        need_contributions(given)
    assert str(told.value).startswith("mkdocs.yml, contributions: ")
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("given", "api"),
    [
        (SERVER, "https://kho.mau.example/git/api/v1"),
        (
            {**SERVER, "kind": "gitlab", "project": "tinh/xa/kheo", "client_id": "a1b2"},
            "https://kho.mau.example/git/api/v4",
        ),
        ({**SERVER, "kind": "github", "address": "https://github.com"}, "https://api.github.com"),
        ({**SERVER, "kind": "github"}, "https://kho.mau.example/git/api/v3"),
        ({**SERVER, "address": "http://127.0.0.1:3000"}, "http://127.0.0.1:3000/api/v1"),
        ({"mail": "danvan@mau.example", "zalo": "0238 3844 567"}, ""),
        ({"zalo": "https://zalo.me/danvan"}, ""),
        (None, ""),
    ],
)
def test_what_is_one_says_where_the_calls_go(given, api):
    setting = need_contributions(given)
    assert setting.api == api
    assert all(api.startswith(server) for server in setting.servers)
    assert bool(setting.servers) == bool(api)


def test_the_settings_come_from_the_projects_own_file(tmp_path):
    project = make_project(tmp_path, photo=False)
    config = project / "mkdocs.yml"
    assert plan_host(config, tmp_path / "host").site.contributions == Contributions()
    text = config.read_text(encoding="utf-8")
    put(config, text.replace('    mail: ""\n', "    mail: danvan@mau.example\n"))
    assert plan_host(config, tmp_path / "host").site.contributions == Contributions(mail="danvan@mau.example")


def inputs_with(*, has_checker=False, **setting):
    """Give the inputs of a site that has these settings, and a page written by hand in each folder."""
    site = replace(SITE, contributions=Contributions(**setting), has_checker=has_checker)
    made = inputs_of(model())
    files = {f"{folder}index.html": "digest" for folder in [*SENDING, "gioi-thieu/"]}
    host = MadeHost(files, FRAME, site=site, made=dict.fromkeys(files, FRAME.encode()))
    return replace(made, host=host, settings=made.settings._replace(site=site))


def policies(inputs):
    """Give by folder what the `<meta>` of a page says that fills the frame, which that of a page written by hand says too."""
    context, found = Context(inputs), {}
    view = embedding_page(inputs.reference, inputs.settings.site)
    for folder in [*SENDING, "gioi-thieu/", "gui-bai-khac/"]:
        made = context.render("embedding.html", replace(view, head=replace(view.head, address=folder))).decode()
        found[folder] = made.partition('<meta content="')[2].partition('">')[0]
    for path in inputs.host.files:
        assert f'"{found[path.removesuffix("index.html")]}"' in inputs.host_file(path).decode()
    return found


def test_pages_that_send_ask_the_server_and_no_other_page_does():
    said = policies(inputs_with(**SERVER))
    assert [
        folder for folder, policy in said.items() if "connect-src 'self' https://kho.mau.example;" in policy
    ] == SENDING
    assert [policy for policy in said.values() if "wasm" in policy] == []


def test_the_form_alone_compiles_where_the_checker_is_shipped():
    said = policies(inputs_with(has_checker=True))
    assert [folder for folder, policy in said.items() if "script-src 'self' 'wasm-unsafe-eval';" in policy] == [
        "gui-bai/"
    ]
    assert [policy for policy in said.values() if "connect-src 'self';" not in policy] == []


def test_another_server_makes_the_pages_that_send_anew():
    before, after = (inputs_with(**SERVER, has_checker=is_shipped).keys() for is_shipped in (False, True))
    changed = {key for key in before if before[key] != after[key]}
    assert ("host_file", "gui-bai/index.html") in changed
    assert ("template", "embedding.html") in changed
    assert ("host_file", "gioi-thieu/index.html") not in changed

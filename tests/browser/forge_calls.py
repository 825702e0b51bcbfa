"""The calls that the made server knows of each kind, with the status codes of their documents; it asserts nothing.

Forgejo and Gitea: https://docs.gitea.com/api/ and https://codeberg.org/api/swagger; GitHub: https://docs.github.com/rest; GitLab:
https://docs.gitlab.com/api/. The first of two lines that fit a path counts.
"""

import base64

from browser.forge import PROJECT, Answer, sha_of

NOT_ALLOWED = {"message": "user should have a permission to write"}
ONE = r"([^/]+/[^/]+)"


def _blob(text):
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Answer(422, {"message": "content is not valid base64"}) from error


def _listed(files, folder):
    found = [path for path in files if path.rpartition("/")[0] == folder]
    if not found:
        raise Answer(404, {"message": "object does not exist"})
    return found


def _pull(forge, pull):
    return {
        **pull,
        "html_url": f"{forge.url}/{PROJECT}/pulls/{pull['number']}",
        "merged_at": "x" if pull["merged"] else None,
    }


def _issue(forge, login, given):
    issue = {"user": login, "title": given["title"], "body": given.get("body", given.get("description", ""))}
    forge.issues.append(issue)
    return 201, _told(forge, issue)


def _told(forge, issue):
    address = f"{forge.url}/{PROJECT}/issues/{forge.issues.index(issue) + 1}"
    return {**issue, "description": issue["body"], "html_url": address, "web_url": address}


def _issues(forge, login):
    return 200, [_told(forge, issue) for issue in reversed(forge.issues) if issue["user"] == login]


def _project(forge, login, project):
    parent = {"full_name": project.parent} if project.parent else None
    return {
        "id": project.number,
        "full_name": project.path,
        "fork": bool(project.parent),
        "parent": parent,
        "owner": {"login": project.owner},
        "permissions": {"pull": True, "push": forge.may_write(login, project)},
    }


# --- Forgejo and Gitea ------------------------------------------------------------------------------------------------


def _forgejo_fork(forge, login, _query, given, of):
    made = forge.copy(login, of, given.get("name") or of.partition("/")[2])
    return (
        (202, _project(forge, login, made))
        if made
        else (409, {"message": "The repository with the same name already exists."})
    )


def _forgejo_sync(forge, login, _query, _given, path, branch):
    project = forge.project(path)
    if not forge.syncs:
        return 404, {"message": "Not Found"}
    if not project.parent or not forge.may_write(login, project):
        return 400, {"message": "not a fork"}
    project.branches[branch] = dict(forge.branch(project.parent, branch))
    return 204, None


def _forgejo_commit(forge, login, _query, given, path):
    project, start = forge.project(path), forge.branch(path, given["branch"])
    if not forge.may_write(login, project):
        return 403, NOT_ALLOWED
    if given["new_branch"] in project.branches:
        return 422, {"message": f"branch already exists [name: {given['new_branch']}]"}
    files = {}
    for one in given["files"]:
        is_there = one["path"] in start
        if one["operation"] == "create" and is_there:
            return 422, {"message": f"repository file already exists [path: {one['path']}]"}
        if one["operation"] == "update" and (not is_there or sha_of(start[one["path"]]) != one["sha"]):
            return 422, {"message": "sha does not match"}
        files[one["path"]] = _blob(one["content"])
    forge.put(project, given["new_branch"], start, given["message"], files)
    return 201, {"commit": {"sha": "c" * 40}}


def _forgejo_pull(forge, _login, _query, _given, _path, _base, head):
    path, _, branch = head.rpartition(":")
    found = forge.pulls_from(path or PROJECT, branch)
    return (200, _pull(forge, found[0])) if found else (404, {"message": "pull request does not exist"})


def _forgejo_open(forge, login, _query, given, _path):
    owner, _, branch = given["head"].rpartition(":")
    head = next((one for one in forge.projects.values() if owner and one.owner == owner and one.parent), None)
    head = head or forge.project(PROJECT)
    forge.branch(head.path, branch)
    if not forge.may_open:
        return 403, {"message": "Resource not accessible by personal access token"}
    if any(pull["state"] == "open" for pull in forge.pulls_from(head.path, branch)):
        return (422 if forge.kind == "github" else 409), {"message": "pull request already exists for these targets"}
    return 201, _pull(forge, forge.open(head, branch, given["title"], given["body"]))


def _contents(forge, _login, query, _given, path, folder):
    files = forge.branch(path, query["ref"])
    if folder in files:
        content = base64.b64encode(files[folder]).decode()
        return 200, {"path": folder, "sha": sha_of(files[folder]), "encoding": "base64", "content": content}
    return 200, [{"path": name, "sha": sha_of(files[name]), "type": "file"} for name in _listed(files, folder)]


def _forks(forge, login, query, _given, path):
    found = [_project(forge, login, one) for one in forge.projects.values() if one.parent == path]
    page, limit = int(query.get("page", 1)), int(query.get("limit", 30))
    return 200, found[(page - 1) * limit : page * limit]


_SHARED = [
    ("GET", "/user", lambda _forge, login, *_: (200, {"login": login})),
    ("GET", f"/repos/{ONE}", lambda forge, login, _q, _g, path: (200, _project(forge, login, forge.project(path)))),
    ("GET", f"/repos/{ONE}/forks", _forks),
    ("GET", f"/repos/{ONE}/contents/(.+)", _contents),
    ("GET", f"/repos/{ONE}/issues", lambda forge, login, *_: _issues(forge, login)),
    ("POST", f"/repos/{ONE}/issues", lambda forge, login, _q, given, _path: _issue(forge, login, given)),
    ("POST", f"/repos/{ONE}/pulls", _forgejo_open),
]
_FORGEJO = [
    *_SHARED,
    ("POST", f"/repos/{ONE}/forks", _forgejo_fork),
    ("POST", f"/repos/{ONE}/sync_fork/(.+)", _forgejo_sync),
    (
        "GET",
        f"/repos/{ONE}/branches/(.+)",
        lambda forge, _l, _q, _g, path, name: (200, {"name": name, "files": len(forge.branch(path, name))}),
    ),
    ("POST", f"/repos/{ONE}/contents", _forgejo_commit),
    ("GET", f"/repos/{ONE}/pulls/([^/]+)/(.+)", _forgejo_pull),
]

# --- GitHub -----------------------------------------------------------------------------------------------------------


def _keep(forge, kind, value):
    sha = sha_of(f"{kind} {value!r}".encode())
    forge.objects[sha] = value
    return 201, {"sha": sha}


def _github_fork(forge, login, _query, _given, of):
    there = next((one for one in forge.projects.values() if (one.owner, one.parent) == (login, of)), None)
    name = of.partition("/")[2]
    made = there or forge.copy(login, of, name) or forge.copy(login, of, f"{name}-1")
    return 202, _project(forge, login, made)


def _github_sync(forge, _login, _query, given, path):
    project = forge.project(path)
    project.branches[given["branch"]] = dict(forge.branch(project.parent, given["branch"]))
    return 200, {"merge_type": "fast-forward"}


def _github_ref(forge, _login, _query, _given, path, name):
    _, kept = _keep(forge, "commit", (forge.branch(path, name), "", ()))
    return 200, {"object": {"sha": kept["sha"]}}


def _github_tree(forge, _login, _query, given, _path):
    files = {one["path"]: forge.objects[one["sha"]] for one in given["tree"]}
    return _keep(forge, "tree", ({**forge.objects[given["base_tree"]][0], **files}, tuple(sorted(files))))


def _github_commit(forge, _login, _query, given, _path):
    files, changed = forge.objects[given["tree"]]
    return _keep(forge, "commit", (files, given["message"], changed))


def _github_refs(forge, login, _query, given, path):
    project, name = forge.project(path), given["ref"].removeprefix("refs/heads/")
    if not forge.may_write(login, project):
        return 403, NOT_ALLOWED
    if name in project.branches:
        return 422, {"message": "Reference already exists"}
    files, message, changed = forge.objects[given["sha"]]
    forge.put(project, name, files, message, {path: files[path] for path in changed})
    return 201, {"ref": given["ref"]}


def _github_parent(forge, _login, _query, _given, _path, sha):
    _, kept = _keep(forge, "tree", (forge.objects[sha][0], ()))
    return 200, {"tree": {"sha": kept["sha"]}}


def _github_pulls(forge, _login, query, _given, _path):
    owner, _, branch = query["head"].partition(":")
    return 200, [
        _pull(forge, one)
        for one in reversed(forge.pulls)
        if (one["head"].partition("/")[0], one["branch"]) == (owner, branch)
    ]


_GITHUB = [
    *_SHARED,
    ("POST", f"/repos/{ONE}/forks", _github_fork),
    ("POST", f"/repos/{ONE}/merge-upstream", _github_sync),
    ("GET", f"/repos/{ONE}/git/ref/heads/(.+)", _github_ref),
    ("GET", f"/repos/{ONE}/git/commits/(.+)", _github_parent),
    (
        "POST",
        f"/repos/{ONE}/git/blobs",
        lambda forge, _l, _q, given, _path: _keep(forge, "blob", _blob(given["content"])),
    ),
    ("POST", f"/repos/{ONE}/git/trees", _github_tree),
    ("POST", f"/repos/{ONE}/git/commits", _github_commit),
    ("POST", f"/repos/{ONE}/git/refs", _github_refs),
    ("GET", f"/repos/{ONE}/pulls", _github_pulls),
]

# --- GitLab -----------------------------------------------------------------------------------------------------------


def _gitlab_project(forge, login, project):
    level = 40 if forge.may_write(login, project) else 0
    return {
        "id": project.number,
        "path_with_namespace": project.path,
        "namespace": {"path": project.owner},
        "permissions": {"project_access": {"access_level": level} if level else None, "group_access": None},
        "import_status": ("finished" if project.is_there else "started") if project.parent else "none",
    }


def _gitlab_fork(forge, login, _query, _given, of):
    made = forge.copy(login, of, of.partition("/")[2])
    return (
        (201, _gitlab_project(forge, login, made)) if made else (409, {"message": {"path": ["has already been taken"]}})
    )


def _gitlab_commit(forge, login, _query, given, path):
    project = forge.project(path)
    if not forge.may_write(login, project):
        return 403, {"message": "403 Forbidden"}
    if given["branch"] in project.branches:
        return 400, {"message": f"A branch called '{given['branch']}' already exists."}
    start = forge.branch(str(given.get("start_project", path)), given["start_branch"])
    for one in given["actions"]:
        if (one["file_path"] in start) != (one["action"] == "update"):
            return 400, {"message": "A file with this name already exists"}
    files = {one["file_path"]: _blob(one["content"]) for one in given["actions"]}
    forge.put(project, given["branch"], start, given["commit_message"], files)
    return 201, {"id": "c" * 40}


def _gitlab_request(forge, pull):
    states = {"open": "opened", "closed": "closed"}
    return {
        "iid": pull["number"],
        "web_url": f"{forge.url}/{PROJECT}/-/merge_requests/{pull['number']}",
        "state": "merged" if pull["merged"] else states[pull["state"]],
        "source_project_id": forge.project(pull["head"]).number,
    }


def _gitlab_requests(forge, _login, query, _given, _path):
    return 200, [
        _gitlab_request(forge, one) for one in reversed(forge.pulls) if one["branch"] == query["source_branch"]
    ]


def _gitlab_open(forge, _login, _query, given, path):
    head = forge.project(path)
    forge.branch(path, given["source_branch"])
    if any(pull["state"] == "open" for pull in forge.pulls_from(head.path, given["source_branch"])):
        return 409, {"message": ["Another open merge request already exists for this source branch: !1"]}
    return 201, _gitlab_request(forge, forge.open(head, given["source_branch"], given["title"], given["description"]))


def _gitlab_tree(forge, _login, query, _given, path):
    files = forge.branch(path, query["ref"])
    return 200, [{"path": name, "id": sha_of(files[name]), "type": "blob"} for name in _listed(files, query["path"])]


def _gitlab_forks(forge, login, _query, _given, path):
    of = forge.project(path).path
    return 200, [
        _gitlab_project(forge, login, one) for one in forge.projects.values() if one.parent == of and one.owner == login
    ]


_GITLAB = [
    ("GET", "/user", lambda _forge, login, *_: (200, {"username": login})),
    (
        "GET",
        "/projects/([^/]+)",
        lambda forge, login, _q, _g, path: (200, _gitlab_project(forge, login, forge.project(path))),
    ),
    ("GET", "/projects/([^/]+)/forks", _gitlab_forks),
    ("POST", "/projects/([^/]+)/fork", _gitlab_fork),
    (
        "GET",
        "/projects/([^/]+)/repository/branches/([^/]+)",
        lambda forge, _l, _q, _g, path, name: (200, {"name": name, "files": len(forge.branch(path, name))}),
    ),
    ("GET", "/projects/([^/]+)/repository/tree", _gitlab_tree),
    ("POST", "/projects/([^/]+)/repository/commits", _gitlab_commit),
    ("GET", "/projects/([^/]+)/merge_requests", _gitlab_requests),
    ("POST", "/projects/([^/]+)/merge_requests", _gitlab_open),
    ("GET", "/projects/([^/]+)/issues", lambda forge, login, *_: _issues(forge, login)),
    ("POST", "/projects/([^/]+)/issues", lambda forge, login, _q, given, _path: _issue(forge, login, given)),
]

CALLS = {"forgejo": _FORGEJO, "github": _GITHUB, "gitlab": _GITLAB}

// What a change needs of Forgejo or Gitea, whose calls are the same: https://docs.gitea.com/api/ (`repoChangeFiles`,
// `createFork`, `repoGetPullRequestByBaseHead`, `repoCreatePullRequest`, `issueCreateIssue`), and to bring a copy up to date
// `repoSyncForkBranch` of Forgejo (https://codeberg.org/api/swagger) or `repoMergeUpstream` of Gitea.

import { caller, inPath, Trouble, until } from "./gui-di-goi.js";

export function forgejo(server, token) {
  const call = caller(server, token);
  const at = (project) => `/repos/${inPath(project)}`;
  const ours = at(server.project);
  const [, name] = server.project.split("/");
  const branchIs = async (project, branch) =>
    (await call("GET", `${at(project)}/branches/${inPath(branch)}`, { known: [404] })).status === 200;

  /** Finds or makes the copy of the project that belongs to somebody. */
  async function copyOf(login) {
    const isOurs = ({ status, data }) =>
      status === 200 &&
      data.fork &&
      data.parent &&
      data.parent.full_name.toLowerCase() === server.project.toLowerCase();
    const usual = await call("GET", at(`${login}/${name}`), { known: [404] });
    if (isOurs(usual)) return usual.data.full_name;
    for (let page = 1; page <= 5; page += 1) {
      const { data } = await call("GET", `${ours}/forks?page=${page}&limit=50`);
      const mine = data.find(({ owner }) => owner.login === login);
      if (mine) return mine.full_name;
      if (data.length < 50) break;
    }
    const body = usual.status === 404 ? {} : { name: `${name}-gui-bai` };
    const made = await call("POST", `${ours}/forks`, { body, known: [409] });
    if (made.status !== 409) return made.data.full_name;
    // Another press of the button was before us.
    const again = await call("GET", at(`${login}/${body.name || name}`), { known: [404] });
    if (isOurs(again)) return again.data.full_name;
    throw new Trouble(
      "taken",
      `Tài khoản của bạn đã có kho tên ${body.name || name}. Hãy đổi tên kho ấy trên máy chủ rồi gửi lại.`,
    );
  }

  return {
    /** Gives who sends, and the project that they may write to. */
    async begin() {
      const { data: me } = await call("GET", "/user");
      const { data: project } = await call("GET", ours);
      if (project.permissions?.push) return { login: me.login, project: server.project };
      const copy = await copyOf(me.login);
      await until(() => branchIs(copy, server.branch));
      return { login: me.login, project: copy };
    },

    /** Brings the copy to what is published, where the server can. */
    async refresh({ project }) {
      if (project === server.project) return;
      const known = [400, 403, 404, 405, 409, 422, 500];
      const { status } = await call("POST", `${at(project)}/sync_fork/${inPath(server.branch)}`, { known });
      if (status >= 400)
        await call("POST", `${at(project)}/merge-upstream`, { body: { branch: server.branch }, known });
    },

    hasBranch: ({ project }, branch) => branchIs(project, branch),

    /** Gives what stands for the content of each file of a folder, by its path. */
    async filesIn(project, folder) {
      const where = `${at(project)}/contents/${inPath(folder)}?ref=${encodeURIComponent(server.branch)}`;
      const { status, data } = await call("GET", where, { known: [404] });
      return new Map(status === 200 && Array.isArray(data) ? data.map(({ path, sha }) => [path, sha]) : []);
    },

    async commit({ project }, branch, message, files, there) {
      const body = {
        branch: server.branch,
        new_branch: branch,
        message,
        files: files.map(({ path, content }) =>
          there.has(path)
            ? { operation: "update", path, content, sha: there.get(path) }
            : { operation: "create", path, content },
        ),
      };
      await call("POST", `${at(project)}/contents`, { body });
    },

    async pullOf({ project }, branch) {
      const head = project === server.project ? branch : `${project}:${branch}`;
      const where = `${ours}/pulls/${encodeURIComponent(server.branch)}/${inPath(head).replace("%3A", ":")}`;
      const { status, data } = await call("GET", where, { known: [404] });
      return status === 200 ? pull(data) : null;
    },

    async open({ project, login }, branch, { title, body }) {
      const head = project === server.project ? branch : `${login}:${branch}`;
      const { data } = await call("POST", `${ours}/pulls`, { body: { base: server.branch, head, title, body } });
      return pull(data);
    },

    async issuesOf({ login }) {
      const { data } = await call(
        "GET",
        `${ours}/issues?state=all&type=issues&limit=20&created_by=${encodeURIComponent(login)}`,
      );
      return data.map(({ body, html_url }) => ({ body, address: html_url }));
    },

    async tell({ title, body }) {
      return (await call("POST", `${ours}/issues`, { body: { title, body } })).data.html_url;
    },

    me: async () => ({ login: (await call("GET", "/user")).data.login }),
  };
}

const pull = ({ number, html_url, state, merged }) => ({
  number,
  address: html_url,
  isOpen: state === "open",
  isMerged: Boolean(merged),
});

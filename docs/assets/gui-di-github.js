// What a change needs of GitHub: https://docs.github.com/rest (git/blobs, git/trees, git/commits, git/refs, pulls, issues,
// repos/forks, `merge-upstream` of branches). A commit is nothing until a reference leads to it, so that is made last.

import { caller, inPath, Trouble, until } from "./gui-di-goi.js";

export function github(server, token) {
  const call = caller(server, token);
  const at = (project) => `/repos/${inPath(project)}`;
  const ours = at(server.project);
  const name = server.project.split("/")[1];
  const reference = (project, branch, known) =>
    call("GET", `${at(project)}/git/ref/heads/${inPath(branch)}`, { known });
  const branchIs = async (project, branch) => (await reference(project, branch, [404, 409])).status === 200;

  return {
    /** Gives who sends, and the project that they may write to; a copy that is there is given once more, as GitHub does. */
    async begin() {
      const { data: me } = await call("GET", "/user");
      const { data: project } = await call("GET", ours);
      if (project.permissions?.push) return { login: me.login, project: server.project };
      const { status, data: usual } = await call("GET", at(`${me.login}/${name}`), { known: [404] });
      const isOurs =
        status === 200 && usual.parent && usual.parent.full_name.toLowerCase() === server.project.toLowerCase();
      const copy = isOurs ? usual : (await call("POST", `${ours}/forks`, { body: {} })).data;
      await until(() => branchIs(copy.full_name, server.branch));
      return { login: me.login, project: copy.full_name };
    },

    async refresh({ project }) {
      if (project === server.project) return;
      await call("POST", `${at(project)}/merge-upstream`, {
        body: { branch: server.branch },
        known: [403, 404, 409, 422],
      });
    },

    hasBranch: ({ project }, branch) => branchIs(project, branch),

    /** Gives what stands for the content of each file of a folder, by its path. */
    async filesIn(project, folder) {
      const where = `${at(project)}/contents/${inPath(folder)}?ref=${encodeURIComponent(server.branch)}`;
      const { status, data } = await call("GET", where, { known: [404] });
      return new Map(status === 200 && Array.isArray(data) ? data.map(({ path, sha }) => [path, sha]) : []);
    },

    async commit({ project }, branch, message, files) {
      const git = `${at(project)}/git`;
      const tip = (await reference(project, server.branch)).data.object.sha;
      const before = (await call("GET", `${git}/commits/${tip}`)).data.tree.sha;
      const tree = [];
      for (const { path, content } of files) {
        const { data } = await call("POST", `${git}/blobs`, { body: { content, encoding: "base64" } });
        tree.push({ path, mode: "100644", type: "blob", sha: data.sha });
      }
      const made = (await call("POST", `${git}/trees`, { body: { base_tree: before, tree } })).data.sha;
      const { data } = await call("POST", `${git}/commits`, { body: { message, tree: made, parents: [tip] } });
      await call("POST", `${git}/refs`, { body: { ref: `refs/heads/${branch}`, sha: data.sha } });
    },

    async pullOf({ project }, branch) {
      const head = encodeURIComponent(`${project.split("/")[0]}:${branch}`);
      const { data } = await call(
        "GET",
        `${ours}/pulls?state=all&head=${head}&base=${encodeURIComponent(server.branch)}`,
      );
      return data.length ? pull(data[0]) : null;
    },

    /** Opens the pull request; a token made for single projects may not in one of others, so it can be ended by hand. */
    async open({ project }, branch, { title, body }) {
      const head = `${project.split("/")[0]}:${branch}`;
      try {
        const { data } = await call("POST", `${ours}/pulls`, { body: { title, body, head, base: server.branch } });
        return pull(data);
      } catch (error) {
        if (!["forbidden", "missing"].includes(error.kind)) throw error;
        const asked = new URLSearchParams({ quick_pull: "1", title, body: body.slice(0, 4000) });
        throw new Trouble(
          "by-hand",
          "Bài và ảnh đã lên kho của bạn, nhưng mã truy cập không được phép mở đề nghị. Hãy mở đề nghị bằng tay ở trang này:",
          `${server.address}/${server.project}/compare/${inPath(server.branch)}...${inPath(head).replace("%3A", ":")}?${asked}`,
        );
      }
    },

    async issuesOf({ login }) {
      const { data } = await call("GET", `${ours}/issues?state=all&per_page=20&creator=${encodeURIComponent(login)}`);
      return data.map(({ body, html_url }) => ({ body, address: html_url }));
    },

    async tell({ title, body }) {
      return (await call("POST", `${ours}/issues`, { body: { title, body } })).data.html_url;
    },

    me: async () => ({ login: (await call("GET", "/user")).data.login }),
  };
}

const pull = ({ number, html_url, state, merged_at }) => ({
  number,
  address: html_url,
  isOpen: state === "open",
  isMerged: Boolean(merged_at),
});

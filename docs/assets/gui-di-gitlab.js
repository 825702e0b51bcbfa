// What a change needs of GitLab: https://docs.gitlab.com/api/ (commits with several actions, forks of projects, branches,
// merge_requests, issues). A commit may begin at the branch of another project (`start_project`), so no copy is ever too old.

import { caller, Trouble, until } from "./gui-di-goi.js";

const DEVELOPER = 30; // the least level of access that may push a branch: https://docs.gitlab.com/api/access_requests/

export function gitlab(server, token) {
  const call = caller(server, token);
  const at = (project) => `/projects/${encodeURIComponent(project)}`;
  const ours = at(server.project);
  const mayPush = ({ permissions }) =>
    Object.values(permissions || {}).some((access) => access && access.access_level >= DEVELOPER);
  const copies = async (login) =>
    (await call("GET", `${ours}/forks?owned=true&per_page=100`)).data.find(({ namespace }) => namespace.path === login);

  return {
    /** Gives who sends, and the project that they may write to. */
    async begin() {
      const { data: me } = await call("GET", "/user");
      const { data: project } = await call("GET", ours);
      const about = { login: me.username, target: project.id };
      if (mayPush(project)) return { ...about, project: server.project, id: project.id };
      let copy = await copies(me.username);
      if (!copy) {
        const made = await call("POST", `${ours}/fork`, { body: {}, known: [409] });
        copy = made.status === 409 ? await copies(me.username) : made.data;
      }
      if (!copy)
        throw new Trouble(
          "taken",
          "Tài khoản của bạn đã có kho trùng tên. Hãy đổi tên kho ấy trên máy chủ rồi gửi lại.",
        );
      await until(async () => {
        const { data } = await call("GET", at(copy.path_with_namespace));
        if (data.import_status === "failed")
          throw new Trouble(
            "broken",
            "Máy chủ không chép được kho bài về tài khoản của bạn. Hãy xóa bản chép ấy rồi gửi lại.",
          );
        return ["none", "finished"].includes(data.import_status);
      });
      return { ...about, project: copy.path_with_namespace, id: copy.id };
    },

    refresh: async () => {},

    async hasBranch({ project }, branch) {
      const where = `${at(project)}/repository/branches/${encodeURIComponent(branch)}`;
      return (await call("GET", where, { known: [404] })).status === 200;
    },

    /** Gives what stands for the content of each file of a folder, by its path; of the project itself, where commits begin. */
    async filesIn(_project, folder) {
      const asked = new URLSearchParams({ path: folder, ref: server.branch, per_page: "100" });
      const { status, data } = await call("GET", `${ours}/repository/tree?${asked}`, { known: [404] });
      return new Map(status === 200 ? data.map(({ path, id }) => [path, id]) : []);
    },

    async commit({ project, target }, branch, message, files, there) {
      const actions = files.map(({ path, content }) => ({
        action: there.has(path) ? "update" : "create",
        file_path: path,
        content,
        encoding: "base64",
      }));
      const start = project === server.project ? {} : { start_project: target };
      const body = { branch, start_branch: server.branch, ...start, commit_message: message, actions };
      const { status, data } = await call("POST", `${at(project)}/repository/commits`, { body, known: [400] });
      if (status === 400) throw new Trouble("taken", `Máy chủ không nhận bài này. Máy chủ nói: “${data?.message}”`);
    },

    async pullOf({ id }, branch) {
      const asked = new URLSearchParams({
        source_branch: branch,
        target_branch: server.branch,
        state: "all",
        scope: "all",
      });
      const { data } = await call("GET", `${ours}/merge_requests?${asked}`);
      const found = data.find(({ source_project_id }) => source_project_id === id);
      return found ? pull(found) : null;
    },

    async open({ project, target }, branch, { title, body }) {
      const { data } = await call("POST", `${at(project)}/merge_requests`, {
        body: {
          source_branch: branch,
          target_branch: server.branch,
          target_project_id: target,
          title,
          description: body,
          remove_source_branch: true,
        },
      });
      return pull(data);
    },

    async issuesOf() {
      const { data } = await call("GET", `${ours}/issues?scope=created_by_me&state=all&per_page=20`);
      return data.map(({ description, web_url }) => ({ body: description, address: web_url }));
    },

    async tell({ title, body }) {
      return (await call("POST", `${ours}/issues`, { body: { title, description: body } })).data.web_url;
    },

    me: async () => ({ login: (await call("GET", "/user")).data.username }),
  };
}

const pull = ({ iid, web_url, state }) => ({
  number: iid,
  address: web_url,
  isOpen: state === "opened",
  isMerged: state === "merged",
});

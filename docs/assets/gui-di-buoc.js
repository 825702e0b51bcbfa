// A change is sent in steps, each of which finds what is done and goes on: after a break the same button ends what it began,
// and nothing is made twice. The branch is named by the content; it comes into being with the whole commit or not at all.

import { forgejo } from "./gui-di-forgejo.js";
import { github } from "./gui-di-github.js";
import { gitlab } from "./gui-di-gitlab.js";
import { inBase64, Trouble } from "./gui-di-goi.js";

const CLIENTS = { forgejo, github, gitlab };
/** What the steps are called while they are done. */
export const STEPS = ["Mở kho bài trên máy chủ", "Gửi bài và ảnh", "Mở đề nghị thay đổi"];

export const clientOf = (server, token) => CLIENTS[server.kind](server, token);

/** Gives the first digits of the digest of some parts, texts or blobs. */
export async function digestOf(parts) {
  const bytes = await new Blob(parts).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends `{title, branch, message, description, files, isNew}` and gives the pull request. `branch` is how the branch's name
 * begins; `told(step)` is called with the number of each step as it begins.
 */
export async function sendChange(server, token, change, told) {
  const client = clientOf(server, token);
  const named = change.files.flatMap(({ path, blob }) => [`${path}\n${blob.size}\n`, blob]);
  const branch = `${change.branch.slice(0, 60)}-${await digestOf(named)}`;
  told(0);
  const home = await client.begin();
  const before = await client.pullOf(home, branch);
  if (before) return before;
  told(1);
  if (!(await client.hasBranch(home, branch))) await commit(client, server, home, branch, change);
  told(2);
  try {
    return await client.open(home, branch, { title: change.title, body: change.description });
  } catch (error) {
    // It may have been opened by a press whose answer was lost.
    const there = ["taken", "refused"].includes(error.kind) && (await client.pullOf(home, branch));
    if (there) return there;
    throw error;
  }
}

async function commit(client, server, home, branch, { files, message, isNew }) {
  await client.refresh(home);
  const folder = files[0].path.replace(/\/[^/]*$/, "");
  const published = await client.filesIn(server.project, folder);
  if (isNew && published.size) {
    throw new Trouble(
      "taken",
      `Đã có bài ở ${folder}. Nếu là bài khác, hãy đổi tên bài; nếu là bài ấy, hãy mở bài rồi chọn “Sửa bài này”.`,
    );
  }
  const there = await client.filesIn(home.project, folder);
  if (!isNew && files.some(({ path }) => there.get(path) !== published.get(path))) {
    throw new Trouble(
      "old",
      `Bản chép kho bài của bạn (${home.project}) đã cũ mà máy chủ không tự cập nhật. Hãy mở nó trên máy chủ, đồng bộ rồi gửi lại.`,
    );
  }
  const contents = await Promise.all(files.map(async ({ path, blob }) => ({ path, content: await inBase64(blob) })));
  try {
    await client.commit(home, branch, message, contents, there);
  } catch (error) {
    // Whoever pressed the button before us may have sent the very same.
    if (!["taken", "refused"].includes(error.kind) || !(await client.hasBranch(home, branch))) throw error;
  }
}

/** Tells the editors something as an issue and gives its address; the same text is told once, whatever breaks on the way. */
export async function sendNote(server, token, { title, body }) {
  const client = clientOf(server, token);
  const sign = `Mã: ${await digestOf([title, body])}`;
  const before = (await client.issuesOf(await client.me())).find((issue) => (issue.body || "").includes(sign));
  return before ? before.address : client.tell({ title, body: `${body}\n\n${sign}` });
}

/** Gives the server's own page for a new issue, filled in. */
export function noteAddress({ kind, address, project }, { title, body }) {
  const asked = kind === "gitlab" ? { "issue[title]": title, "issue[description]": body } : { title, body };
  return `${address}/${project}${kind === "gitlab" ? "/-" : ""}/issues/new?${new URLSearchParams(asked)}`;
}

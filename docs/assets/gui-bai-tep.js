// The file of a model as its server has it, with some keys written anew: all other lines, comments among them, stay as they are.

import { caller, inPath, pageAt, Trouble } from "./gui-di-goi.js";
import { root } from "./nho.js";

const KEY = /^([a-z_]+)[ \t]*:(?=\s|$)/;
/** What a line may be besides that of a key: blank, a comment, a part of the block above, a mark of a document. */
const OTHER = /^(?:\s|#|-(?=\s|$)|(?:---|\.\.\.)\s*$)/;
const NOT_FOUND =
  "Không thấy tệp của bài này trong kho bài, có lẽ ban biên tập đã chuyển chỗ. Hãy tải tệp ZIP ở dưới rồi gửi qua thư.";
const UNREAD =
  "Chưa đọc được trang của bài này, có lẽ mạng đang hỏi đăng nhập. Hãy mở trang của bài xem có được không, rồi bấm gửi lại.";
const ODD =
  "Tệp của bài này viết theo cách mà biểu mẫu không tự sửa được. Hãy tải tệp ZIP ở dưới rồi gửi qua thư: ban biên tập sẽ nhập giúp.";

/** Gives a change as a server takes it, which knows whole files: of a model that is there its own, with the changed keys in their places. */
export async function forServer(change, server, token, { name }, { entries }) {
  if (change.isNew) return change;
  const folder = await folderOf(name);
  const text = await textOn(server, token, `${folder}/model.yaml`);
  if (text === null) throw new Trouble("missing", NOT_FOUND);
  const [first, ...photos] = change.files.map(({ path, blob }) => ({
    path: path.replace(/^.*\//, `${folder}/`),
    blob,
  }));
  const order = entries.map(({ key }) => key);
  const whole = new Blob([merged(text, change.blocks, order)], { type: "text/yaml" });
  return { ...change, files: [{ path: first.path, blob: whole }, ...photos] };
}

/** Gives the folder of a model, as its page names its file: folders above it may be any; throws Trouble where that is not told. */
async function folderOf(name) {
  const page = await pageAt(new URL(`mo-hinh/${name}/`, root));
  if (!page) throw new Trouble("missing", NOT_FOUND);
  const path = page.querySelector("[data-dv-file]")?.textContent || "";
  if (!path.endsWith(`/${name}/model.yaml`)) throw new Trouble("unread", UNREAD);
  return path.slice(0, path.lastIndexOf("/"));
}

/** Reads a text file of the project, null where there is none. */
async function textOn(server, token, path) {
  const call = caller(server, token);
  const ref = `ref=${encodeURIComponent(server.branch)}`;
  const where =
    server.kind === "gitlab"
      ? `/projects/${encodeURIComponent(server.project)}/repository/files/${encodeURIComponent(path)}?${ref}`
      : `/repos/${inPath(server.project)}/contents/${inPath(path)}?${ref}`;
  const { status, data } = await call("GET", where, { known: [404] });
  if (status !== 200 || typeof data?.content !== "string") return null;
  const bytes = Uint8Array.from(atob(data.content.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/**
 * Gives a file with some keys as `blocks` has them, each the lines of a key, "" where it shall not be there any more; `order` are all
 * keys in the order of the form. Throws Trouble where the file is written in a way that lines cannot tell.
 */
export function merged(text, blocks, order) {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const [head, ...parts] = partsOf(text);
  const there = new Set(parts.map(({ key }) => key));
  const isTwice = there.size < parts.length;
  const hidden = parts.find(({ key }) => key === "anh")?.lines.some((line) => line.includes("rut_dong_y"));
  if (isOdd(text) || isTwice || (hidden && blocks.has("anh"))) throw new Trouble("odd", ODD);
  const waiting = order.filter((key) => blocks.has(key) && !there.has(key) && blocks.get(key));
  const written = (key) => blocks.get(key).replace(/\n/g, end);
  const pieces = [...head.lines];
  for (const { key, lines } of parts) {
    while (waiting.length && order.indexOf(waiting[0]) < order.indexOf(key)) pieces.push(written(waiting.shift()));
    pieces.push(...(blocks.has(key) ? [written(key), ...tailOf(lines)] : lines));
  }
  return [...pieces, ...waiting.map(written)].join("");
}

/** Tells whether a file has line ends or lines that are none of those that lines can tell apart. */
function isOdd(text) {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  return /\r(?!\n)/.test(text) || lines.some((line) => line && !KEY.test(line) && !OTHER.test(line));
}

/** Gives the lines before the first key, then those of each topmost key: only such a line begins with a letter. */
function partsOf(text) {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) || [];
  if (lines.length && !lines[lines.length - 1].endsWith("\n")) lines.push(`${lines.pop()}\n`);
  const parts = [{ key: "", lines: [] }];
  for (const line of lines) {
    const found = KEY.exec(line.replace("\ufeff", ""));
    if (found) parts.push({ key: found[1], lines: [] });
    parts[parts.length - 1].lines.push(line);
  }
  return parts;
}

/** Gives the comments and blank lines at the end of a block, which belong to what follows. */
function tailOf(lines) {
  let size = lines.length;
  while (size > 1 && (!lines[size - 1].trim() || lines[size - 1].startsWith("#"))) size -= 1;
  return lines.slice(size);
}

// Checks what was typed by the very rules that the editors' machine asks: they run in a worker, which is loaded when it is first
// asked for and answers at once from then on. Nothing leaves the device. Where it cannot run, a sentence says why.

const ROOT = new URL("../", import.meta.url).href;
const MANIFEST = "gui-bai/kiem-tra.json";
const INDEX = "du-lieu/v1/chi-muc.json";

const SAID = {
  old: "Trình duyệt này chưa chạy được máy kiểm tra.",
  none: "Chuyên trang này không có sẵn máy kiểm tra.",
  network: "Chưa tải được máy kiểm tra. Hãy xem lại mạng rồi bấm lại.",
  memory: "Điện thoại hoặc máy tính này không đủ bộ nhớ cho máy kiểm tra. Hãy đóng bớt trang khác rồi bấm lại.",
  mistake: "Máy kiểm tra gặp lỗi của chính nó.",
};
const AND_SO = "Bài vẫn được xem theo giới hạn của từng ô, và nơi nhận sẽ kiểm tra đầy đủ.";

/** Why nothing could be checked; the message is for the reader. */
export class CheckerError extends Error {
  constructor(kind, cause = "") {
    super(`${SAID[kind]} ${AND_SO}`);
    this.name = "CheckerError";
    this.kind = kind;
    this.told = cause;
  }
}

let worker;
let lastId = 0;
let parts;
let index;
const waiting = new Map();

/**
 * Checks files as they would lie in `models/`: `[{ path: "models/son-la/cho-xa/model.yaml", blob }, …]`, photos among them.
 *
 * Gives `[{ severity, message, key, line }]`: "error" holds publication up, "advice" does not, "unasked" says what only the
 * editors' machine can ask; `key` leads to the value, `["ket_qua", 0, "sau"]`. Of models that are there already and are being
 * `changed`, name the ids. `tell` hears in a sentence what goes on, and how far it is (0 to 1). Throws a CheckerError, or what
 * `signal` says where it was aborted.
 */
export async function check(files, tell = () => {}, { signal, changed = [] } = {}) {
  signal?.throwIfAborted?.();
  if (!("WebAssembly" in window) || !window.Worker || !window.TransformStream) throw new CheckerError("old");
  tell("Đang chuẩn bị kiểm tra…");
  parts ??= await manifest();
  index ??= await rows();
  const contents = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
  const asked = JSON.stringify({
    paths: files.map(({ path }) => path),
    today: today(),
    vocabularies: parts.vocabularies,
    changed,
  });
  return ask({ asked, contents }, tell, signal);
}

function ask({ asked, contents }, tell, signal) {
  if (signal?.aborted) return Promise.reject(cancelled());
  const isNew = !worker;
  if (isNew) start();
  lastId += 1;
  const id = lastId;
  const { pyodide, bundle } = parts;
  const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject, tell }));
  const stop = () => end(cancelled());
  signal?.addEventListener("abort", stop);
  const given = contents.map(({ buffer }) => buffer);
  worker.postMessage(
    { id, asked, contents, index: isNew ? index : undefined, parts: { root: ROOT, pyodide, bundle } },
    given,
  );
  return answered.finally(() => signal?.removeEventListener("abort", stop));
}

function start() {
  worker = new Worker(ROOT + parts.worker, { type: "module" });
  const mine = worker;
  mine.addEventListener("message", ({ data }) => mine === worker && hear(data));
  mine.addEventListener("error", (event) => {
    event.preventDefault();
    if (mine === worker) end(new CheckerError("network", event.message));
  });
}

function hear({ id, state, bytes, found, failed }) {
  if (state) for (const { tell } of waiting.values()) tell(...sentence(state, bytes));
  else if (failed) end(new CheckerError(kindOf(failed), failed));
  else {
    waiting.get(id)?.resolve(found);
    waiting.delete(id);
  }
}

/** Ends the worker; whoever waits hears why, and the next question starts another. */
function end(why) {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(why);
  waiting.clear();
}

function sentence(state, bytes) {
  if (state === "opening") return ["Đã tải xong, đang mở máy kiểm tra…", 1];
  if (state === "checking") return ["Đang kiểm tra…", 1];
  const share = Math.min(1, bytes / parts.bytes);
  return [`Đang tải máy kiểm tra: ${megabytes(share * parts.sent)} trong ${megabytes(parts.sent)} MB.`, share];
}

const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1).replace(".", ",");

function kindOf(failed) {
  if (/memory|allocat/i.test(failed)) return "memory";
  if (/fetch|network|import|load failed/i.test(failed)) return "network";
  return /CompileError|WebAssembly/.test(failed) ? "old" : "mistake";
}

async function manifest() {
  const answered = await fetch(ROOT + MANIFEST).catch((error) => {
    throw new CheckerError("network", error.message);
  });
  if (answered.status === 404) throw new CheckerError("none");
  if (!answered.ok) throw new CheckerError("network", String(answered.status));
  return answered.json().catch((error) => {
    throw new CheckerError("network", error.message);
  });
}

/** Gives the index of all models as text, undefined where it does not come: what it answers is then not asked. */
async function rows() {
  try {
    const answered = await fetch(ROOT + INDEX);
    return answered.ok ? await answered.text() : undefined;
  } catch {
    return undefined;
  }
}

/** The day in Việt Nam, whatever the device believes. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const cancelled = () => new DOMException("Đã dừng kiểm tra.", "AbortError");

// One call of a server's API: the token goes in a header and nowhere else, and what fails is said in a sentence with its way out.

const PATIENCE = 60_000;
const SLOWEST = 16; // bytes a millisecond: what is large may take longer

/** What went wrong, as its reader is told; `kind` is for programs: signed-out, forbidden, missing, taken, refused … */
export class Trouble extends Error {
  constructor(kind, sentence, way = "") {
    super(sentence);
    this.kind = kind;
    this.way = way;
  }
}

const SENTENCES = {
  401: [
    "signed-out",
    "Máy chủ không nhận mã truy cập: mã sai, đã hết hạn hoặc đã bị thu hồi. Hãy đăng nhập lại rồi gửi tiếp.",
  ],
  403: [
    "forbidden",
    "Tài khoản hoặc mã truy cập này không có quyền làm việc ấy. Hãy xem lại quyền của mã, hoặc nhờ ban biên tập.",
  ],
  404: ["missing", "Máy chủ không thấy kho bài, hoặc mã truy cập không được xem kho ấy. Hãy xem lại quyền của mã."],
  409: ["taken", "Tên này đã có người dùng trên máy chủ."],
  413: ["large", "Bài và ảnh lớn hơn mức máy chủ nhận. Hãy bớt ảnh rồi gửi lại, hoặc gửi qua thư."],
  422: ["refused", "Máy chủ không nhận nội dung này."],
  423: ["forbidden", "Kho bài đang bị khóa, không nhận thay đổi. Hãy báo ban biên tập, hoặc gửi qua thư."],
  429: ["often", "Máy chủ đang hạn chế vì gửi quá nhiều lần. Hãy đợi ít phút rồi bấm gửi lại."],
};
const BROKEN = "Máy chủ đang trục trặc. Hãy đợi ít phút rồi bấm gửi lại: việc đã xong sẽ không làm lại.";
const LOST = "Mất mạng giữa chừng. Có mạng lại thì bấm gửi lần nữa: việc đã xong sẽ không làm lại.";
const CLOSED =
  "Máy chủ không cho trang này gửi tới (CORS). Đây là việc của người vận hành; trong lúc chờ, hãy gửi qua thư hoặc Zalo.";

/** Gives a function that calls one server: `call(method, path, {body, known})`, which gives `{status, data}`. */
export function caller({ api }, token) {
  let hasAnswered = false;

  return async function call(method, path, { body, known = [] } = {}) {
    const headers = { Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    const text = body && JSON.stringify(body);
    if (text) headers["Content-Type"] = "application/json";
    const { signal, end } = limit(PATIENCE + (text ? text.length / SLOWEST : 0));
    try {
      const answer = await fetch(api + path, {
        method,
        headers,
        body: text,
        signal,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
      });
      hasAnswered = true;
      const data = await dataOf(answer);
      if (answer.ok || known.includes(answer.status)) return { status: answer.status, data };
      throw troubleOf(answer, data);
    } catch (error) {
      if (error instanceof Trouble) throw error;
      throw await unreached(api, hasAnswered);
    } finally {
      end();
    }
  };
}

/** Reads a page of this site, null where it has none; throws Trouble where the network or the host fails. */
export async function pageAt(address) {
  const { signal, end } = limit(PATIENCE / 2);
  try {
    const answer = await fetch(address, { cache: "no-cache", signal });
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new Trouble("broken", BROKEN);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("lost", LOST);
  } finally {
    end();
  }
}

function limit(milliseconds) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}

/** Reads an answer; one that breaks off is a lost network, and one that is no JSON says nothing. */
async function dataOf(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function troubleOf(answer, data) {
  const said = saidBy(data);
  const isOften =
    answer.status === 403 && (answer.headers.get("X-RateLimit-Remaining") === "0" || /rate limit/i.test(said));
  const [kind, sentence] = SENTENCES[isOften ? 429 : answer.status] || ["broken", BROKEN];
  const quoted = said && ["taken", "refused", "forbidden"].includes(kind) ? ` Máy chủ nói: “${said}”` : "";
  return new Trouble(kind, sentence + quoted);
}

/** Gives what the server says of its own, in a line; each of the three has another place for it. */
export function saidBy(data) {
  const told = data && (data.message || data.error_description || data.error);
  const text = typeof told === "string" ? told : told ? JSON.stringify(told) : "";
  return text.replace(/\s+/g, " ").slice(0, 200);
}

/** Says why nothing came: a server that answers, but not to this page, is told from a network that is gone. */
async function unreached(api, hasAnswered) {
  if (hasAnswered || navigator.onLine === false) return new Trouble("lost", LOST);
  const { signal, end } = limit(PATIENCE / 6);
  try {
    await fetch(api, { mode: "no-cors", credentials: "omit", signal });
    return new Trouble("closed", CLOSED);
  } catch {
    return new Trouble("lost", LOST);
  } finally {
    end();
  }
}

/** Writes a path of several levels for an address. */
export const inPath = (text) => text.split("/").map(encodeURIComponent).join("/");

/** Gives the bytes of a blob as the API takes them. */
export function inBase64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () =>
      reject(new Trouble("file", "Không đọc được một ảnh trên máy này. Hãy chọn lại ảnh rồi gửi lại."));
    reader.readAsDataURL(blob);
  });
}

/** Asks again and again until something is there: a server copies a project after it has said that it does. */
export async function until(isThere, pauses = [300, 700, 1500, 3000, 6000, 12_000, 20_000]) {
  for (const pause of pauses) {
    if (await isThere()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  if (await isThere()) return;
  throw new Trouble("slow", "Máy chủ chưa chép xong kho bài về tài khoản của bạn. Hãy đợi một phút rồi bấm gửi lại.");
}

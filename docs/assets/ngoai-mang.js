// The page for no network: what was read on this device, newest first, each with its title as it was read.
// It stands at the address that could not be loaded, so the addresses in it are made from the site's root.

const root = new URL(".", document.querySelector("link[rel=manifest]").href);
const OURS = ["da-luu/", "so-sanh/", "ngoai-mang/"]; // there is nothing to read on them
const part = (name) => document.querySelector(`[data-dv-${name}]`);
const shelves = async () => (await caches.keys()).filter((name) => name.startsWith(`dv:${root.pathname}:`));

/** Reads the title of a kept page from its head, without the site's name. */
async function titleOf(answered) {
  const text = await answered.text();
  const head = new DOMParser().parseFromString(text.slice(0, text.indexOf("</head>")), "text/html");
  return (head.querySelector('meta[property="og:title"]')?.content || head.title.replace(/ – [^–]*$/, "")).trim();
}

async function keptPages() {
  const pages = [];
  for (const name of await shelves()) {
    if (!name.endsWith(":page")) continue;
    const shelf = await caches.open(name);
    for (const request of (await shelf.keys()).reverse()) {
      const answered = await shelf.match(request);
      if (answered) pages.push({ address: request.url, title: await titleOf(answered) });
    }
  }
  // Other pages of the same origin may write into these caches too.
  const isRead = ({ address, title }) =>
    title && address.startsWith(root.href) && !OURS.includes(address.slice(root.href.length));
  return pages.filter(isRead);
}

function listOf(heading, pages) {
  const section = document.createElement("section");
  const title = document.createElement("h2");
  const list = document.createElement("ul");
  title.textContent = heading;
  list.className = "dv-kept";
  for (const { address, title: words } of pages) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  section.append(title, list);
  return section;
}

async function show() {
  const pages = await keptPages();
  const isModel = ({ address }) =>
    /^mo-hinh\/[^/]+\/$/.test(address.slice(root.href.length)) && !address.includes("/trang-");
  const groups = [
    ["Bài đã đọc", pages.filter(isModel)],
    ["Trang khác đã mở", pages.filter((page) => !isModel(page))],
  ];
  part("kept").replaceChildren(
    ...groups.filter(([, some]) => some.length).map(([heading, some]) => listOf(heading, some)),
  );
  part("forget").hidden = !pages.length;
  if (!pages.length)
    part("told").textContent = "Máy này chưa giữ trang nào. Đọc vài bài khi có mạng, rồi chúng sẽ hiện ở đây.";
}

async function forget() {
  for (const name of await shelves()) if (!name.endsWith(":ground")) await caches.delete(name);
  await show();
  part("told").textContent = "Đã xóa các trang giữ trên máy này.";
  part("title").focus();
}

/** Does what asks the device for what it keeps, and says so where the browser keeps it closed. */
async function attempt(act) {
  part("kept").setAttribute("aria-busy", "true");
  try {
    await act();
  } catch {
    part("told").textContent = "Trình duyệt này, hoặc địa chỉ không có https, không cho giữ bài trên máy.";
  }
  part("kept").setAttribute("aria-busy", "false");
}

part("missed").hidden = location.pathname === new URL("ngoai-mang/", root).pathname;
part("again").addEventListener("click", () => location.reload());
part("forget")
  .querySelector("button")
  .addEventListener("click", () => attempt(forget));
attempt(show);
part("no-script").remove();

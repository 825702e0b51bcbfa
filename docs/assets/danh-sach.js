// Remembers in this tab the list that a reader came from, so that a model's page leads to the one before and the one after in
// it, and back. Without it, or where nothing may be stored, the page leads on in its field's list.

const root = new URL(".", document.querySelector("link[rel=manifest]").href);
const KEY = `${root.pathname}.danh-sach`;
/** The title of a card, which may be set in its cover. */
const CARD = ":is(.dv-card__title, .dv-cover__words) a";
const RESULTS = "[data-dv-search-results]";

/** Takes a list as it is on the page: what it is called, where it is, and its models in order, each with its address and title. */
function listOf(link) {
  const results = link.closest(RESULTS);
  const links = [...document.querySelectorAll(`.dv-list ${CARD}`)].filter((one) => one.closest(RESULTS) === results);
  const asked = new URLSearchParams(location.search).get("q");
  const heading = document.querySelector(".dv-list h1").textContent.trim().replace(/\s+/g, " ");
  const found = asked ? `kết quả tìm “${asked}”` : "kết quả tìm";
  return {
    title: results ? found : `“${heading}”`,
    address: location.pathname + location.search,
    models: links.map((one) => [one.pathname, one.textContent.trim()]),
  };
}

function remember(event) {
  const link = event.target.closest(`.dv-list ${CARD}`);
  if (!link) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(listOf(link)));
  } catch {
    // Storage is blocked or full: the page leads on in its field's list.
  }
}

const isText = (value) => typeof value === "string";
/** Tells whether an address is a place of this site; with a backslash for a slash it would still lead to another host. */
const isOurs = (address) => isText(address) && new URL(address, location).href.startsWith(root.href);
const isModel = (model) => Array.isArray(model) && isOurs(model[0]) && isText(model[1]);

/** Gives the list that was remembered, if it is one and holds this page: anybody may have put there anything. */
function remembered() {
  try {
    const { title, address, models } = JSON.parse(sessionStorage.getItem(KEY));
    if (!isText(title) || !isOurs(address) || !models.every(isModel)) return undefined;
    const at = models.findIndex(([place]) => place === location.pathname);
    return at < 0 ? undefined : { title, address, before: models[at - 1], after: models[at + 1] };
  } catch {
    return undefined;
  }
}

function make(name, kind, text) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(text);
  return element;
}

function linkTo(address, kind, text) {
  const link = make("a", kind, text);
  link.href = address;
  return link;
}

function step(way, relation, [address, title]) {
  const link = linkTo(address, "dv-trail__step", make("span", "dv-trail__way", way));
  link.rel = relation;
  link.append(" ", make("span", "dv-trail__title", title));
  return link;
}

function lead(trail, { title, address, before, after }) {
  const back = make("p", "dv-trail__list", linkTo(address, "", `Về danh sách ${title}`));
  const steps = [before && step("Trước", "prev", before), after && step("Sau", "next", after)].filter(Boolean);
  trail.replaceChildren(back, ...steps);
}

const trail = document.querySelector("[data-dv-trail]");
const list = trail && remembered();
if (list) lead(trail, list);
document.addEventListener("click", remember);

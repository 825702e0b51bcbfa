// What this device remembers for its reader, under a key of this site's own path. Whatever lies in the store may have been
// put there by anybody: it is checked before it is believed, and a store that is closed or full breaks no page.

export const root = new URL(".", document.querySelector("link[rel=manifest]").href);

const KEY = `${root.pathname}.da-luu`;
const MOST = 200;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PICTURE = /^anh\/[\w-]+(?:\/[\w-]+)*\.(?:webp|jpg)$/;

export const isId = (text) => typeof text === "string" && text.length >= 3 && text.length <= 80 && ID.test(text);

/** Takes the id of a model out of its address, an address of the comparison, or the bare id; "" where there is none. */
export function idIn(text) {
  const bare = text.trim();
  if (isId(bare)) return bare;
  const found = /(?:^|\/)mo-hinh\/([^/?#\s]+)/.exec(bare);
  return found && isId(found[1]) ? found[1] : "";
}

/** Gives the models kept here, newest first; none where the store is closed or holds something else. */
export function saved() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    const models = new Map();
    for (const model of Array.isArray(found) ? found.map(checked) : []) {
      if (models.size === MOST) break;
      if (model && !models.has(model.id)) models.set(model.id, model);
    }
    return [...models.values()];
  } catch {
    return [];
  }
}

/** Keeps a list in place of the one that was; tells whether the device took it. */
export function keep(models) {
  try {
    localStorage.setItem(KEY, JSON.stringify(models.slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
}

/** Calls when another tab has changed the list. */
export function whenChanged(act) {
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) act();
  });
}

function checked(model) {
  if (!model || !isId(model.id)) return null;
  const text = (value) => (typeof value === "string" ? value : "");
  const words = (value) => text(value).slice(0, 300);
  const fitting = (value, pattern) => (pattern.test(text(value)) ? value : "");
  return {
    id: model.id,
    title: words(model.title) || model.id,
    field: words(model.field),
    key: isId(model.key) ? model.key : "",
    place: words(model.place),
    picture: fitting(model.picture, PICTURE),
    day: fitting(model.day, /^\d{4}-\d\d-\d\d$/),
  };
}

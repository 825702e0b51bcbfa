// The form as its writer sees it, made of the keys that the page names; what is typed is kept at once.

import { LOST } from "./gui-bai-anh-o.js";
import { keepFrom, keepOver, later, said } from "./gui-bai-ban.js";
import { stepsOf } from "./gui-bai-buoc.js";
import { endOf } from "./gui-bai-cuoi.js";
import { kept, NEW, random } from "./gui-bai-giu.js";
import { today } from "./gui-bai-goi.js";
import { learnPlaces, questionsOf } from "./gui-bai-hoi.js";
import { leadTo, mark, unmark, unmarkAll } from "./gui-bai-loi.js";
import { findingsIn } from "./gui-bai-luat.js";
import { pathInDraft, put, sound, trimmed } from "./gui-bai-nhap.js";
import { fieldOf, fieldsOf } from "./gui-bai-o.js";
import { changedInBoth, changedKeys, draftOfModel } from "./gui-bai-sua.js";
import { storyView } from "./gui-bai-xem.js";
import { isId } from "./nho.js";
import { make } from "./tim-the.js";

const tool = document.querySelector("[data-dv-form]");
tool.setAttribute("aria-busy", "true");
const form = JSON.parse(document.querySelector("[data-dv-asked]").textContent);
const LAST = { anchor: "gui", title: "Xem lại và gửi" };
const STORY = "cau-chuyen";
/** Milliseconds: a line that appears sooner moves the button that is being pressed, and the press is lost. */
const AFTER_A_CLICK = 300;

const byKey = new Map(form.entries.map((entry) => [entry.key, entry]));

/** The draft under its name, that of a new model or the id of one that is there, with what that was `before` and how it was `sent`. */
const state = { name: NEW, draft: {}, photos: new Map(), number: undefined, before: null, sent: null };

// --- What fields ask of the form ------------------------------------------------------------------------------------

const ui = {
  form,
  get draft() {
    return state.draft;
  },
  conditions: [],
  set(path, value) {
    put(state.draft, path, value);
    ui.refresh();
    unmark(path);
    later();
  },
  /** What comes and goes with what was chosen; whoever has left the page is asked no more. */
  refresh() {
    ui.conditions = ui.conditions.filter((settle) => settle() || !isReady);
  },
  photos: {
    of: (name) => state.photos.get(name),
    isOnSite: (name) => (state.before?.anh || []).some(({ tep }) => tep === name),
    add(photo) {
      let number = 1;
      const named = [...(state.draft.anh || []), ...(state.before?.anh || [])].map(({ tep }) => tep);
      const names = new Set([...state.photos.keys(), ...named]);
      while (names.has(`anh-${number}.jpg`)) number += 1;
      const name = `anh-${number}.jpg`;
      state.photos.set(name, { ...photo, key: random(), crop: { ratio: "", at: 50 } });
      return name;
    },
    cut(name, crop) {
      state.photos.get(name).crop = crop;
      later();
    },
  },
};
let isReady = false;

// --- What is wrong --------------------------------------------------------------------------------------------------

/** Asks the limits of the form, and shows at each field what is wrong with it. */
function check() {
  unmarkAll();
  const found = findings();
  found.forEach(mark);
  return found;
}

tool.addEventListener("focusout", ({ target }) => setTimeout(checkLeft, AFTER_A_CLICK, target));

/** Shows at a field that was left what is wrong with what stands there; what is still empty is asked for at the end. */
async function checkLeft(field) {
  const name = field.value && field.closest("[data-dv-path]")?.dataset.dvPath;
  if (field.getAttribute("role") === "combobox") {
    await learnPlaces(state.draft);
    if (document.activeElement === field) return;
  }
  const found = name && findings().find(({ path }) => path.join(".") === name);
  if (found) mark(found);
}

/** Gives what is wrong with what was typed, as `{path, message}`. */
function findings() {
  const all = findingsIn(trimmed(state.draft, form.entries), form).map((one) => ({ ...one, path: inDraft(one.path) }));
  // Of a model that is there nothing is asked but what was changed.
  const changed = state.before && new Set(changedKeys(state.draft, state.before, form.entries));
  return [...all, ...questionsOf(state.draft), ...lostPhotos()].filter(({ path }) => !changed || changed.has(path[0]));
}

const inDraft = (path) => pathInDraft(path, state.draft, form.entries);

/** Of a photo that is neither here nor on the site only the name is left. */
const lostPhotos = () =>
  (state.draft.anh || []).flatMap(({ tep }, at) =>
    state.photos.has(tep) || ui.photos.isOnSite(tep) ? [] : [{ path: ["anh", at, "tep"], message: LOST }],
  );

const showFindings = (found) => found.forEach(mark);

// --- Steps ----------------------------------------------------------------------------------------------------------

let end;
let steps;

function boxesOf({ anchor, keys }) {
  if (!keys) return [end.section];
  const asked = keys
    .map((key) => byKey.get(key))
    .filter((entry) => !(state.before ? entry.isKeptBack : entry.isOfEdits));
  const usual = asked.filter((entry) => !entry.fold).map((entry) => fieldOf(entry, [entry.key], ui));
  const folded = asked.filter((entry) => entry.fold);
  return [...usual, ...(folded.length ? fieldsOf(folded, [], ui) : []), ...(anchor === STORY ? [viewOf()] : [])];
}

/** Tells whether anything stands under some keys. */
function isFilled(keys) {
  const draft = trimmed(state.draft, form.entries);
  return keys.some((key) => draft[key] !== undefined);
}

function viewOf() {
  const shown = make("div", { class: "dv-form__view" });
  const fold = make("details", { class: "dv-form__more" }, make("summary", {}, "Xem thử bài viết"), shown);
  const fill = () => {
    if (fold.open) shown.replaceChildren(...storyView(state.draft.noi_dung, byKey.get("noi_dung").entries));
    return true;
  };
  fold.addEventListener("toggle", fill);
  ui.conditions.push(fill);
  return fold;
}

// --- From the first ---------------------------------------------------------------------------------------------------

function build() {
  isReady = false;
  ui.conditions = [];
  end = endOf({
    form,
    state,
    check,
    learn: () => learnPlaces(state.draft),
    inDraft,
    showFindings,
    leadTo: (path) => leadTo(path, steps.show),
    takeIn,
    startAnew,
  });
  steps = stepsOf([...form.steps, LAST], {
    boxesOf,
    isFilled,
    findings,
    entries: form.entries,
    enter: () => end.enter(),
    whenChanged: (run) =>
      ui.conditions.push(() => {
        run();
        return true;
      }),
  });
  tool.replaceChildren(steps.nav, said, ...steps.sections);
  isReady = true;
  ui.refresh();
  steps.showAsked(false);
}

/** Takes in a draft and photos in place of what is there. */
async function takeIn(record, photos) {
  Object.assign(state, { draft: resumed(record), photos, sent: record.sent });
  await keepOver();
  build();
  tellBoth(record);
}

const startAnew = () => takeIn({ draft: state.before || {}, before: state.before }, new Map());

function reveal() {
  tool.hidden = false;
  tool.removeAttribute("aria-busy");
}

const tellOfModel = (sentence) => {
  tool.replaceChildren(
    make("p", { class: "dv-told" }, sentence),
    make("p", {}, make("a", { href: "./" }, "Viết một bài mới")),
  );
  reveal();
};

/** Begins with what the model that the address names is now; tells whether there is one to begin with. */
async function beginWith(id) {
  state.name = id;
  try {
    state.before = await draftOfModel(id, form.entries);
    if (!state.before) tellOfModel("Trang này không có dữ liệu của bài ấy, nên chưa sửa được ở đây.");
  } catch {
    tellOfModel("Chưa lấy được bài ấy, có lẽ mạng đang đứt. Khi có mạng lại, hãy tải lại trang.");
  }
  return Boolean(state.before);
}

/** Gives the draft that was kept; of a model that has been changed since, its data of today but for what was changed here. */
function resumed(record) {
  const draft = sound(record.draft, form.entries);
  if (!state.before) return { ngay_dang: today(), ...draft };
  const keys = changedKeys(draft, sound(record.before, form.entries), form.entries);
  return { ...structuredCopy(state.before), ...Object.fromEntries(keys.map((key) => [key, draft[key]])) };
}

/** Says which keys were changed here and by the editors too since this draft began: what is sent is what is here. */
function tellBoth({ draft, before }) {
  if (!state.before) return;
  const labels = changedInBoth(sound(draft, form.entries), sound(before, form.entries), state.before, form.entries);
  const sentence = `Từ khi bạn bắt đầu sửa, bài trên trang đã đổi cả ở mục ${labels.join(", ")}. Ở đây đang là chữ của bạn: hãy xem lại trước khi gửi.`;
  tool.prepend(aboutModel(), ...(labels.length ? [make("p", { class: "dv-told", role: "status" }, sentence)] : []));
}

async function begin() {
  const id = new URLSearchParams(location.search).get("bai");
  if (isId(id) && !(await beginWith(id))) return;
  const before = await kept(state.name);
  state.draft = before ? resumed(before.record) : structuredCopy(state.before || { ngay_dang: today() });
  if (before) Object.assign(state, { photos: before.photos, number: before.record.number, sent: before.record.sent });
  keepFrom(state);
  build();
  tellBoth(before?.record || state);
  if (before?.isLatest) later();
  if (before) said.textContent = "Đây là bài bạn đang viết dở, giữ trên máy này.";
  reveal();
  // The page is taller or shorter than it was when it was left: where one was is somewhere else.
  window.history.scrollRestoration = "manual";
  addEventListener("hashchange", () => steps.showAsked(true));
}

const structuredCopy = (value) => JSON.parse(JSON.stringify(value));

const aboutModel = () =>
  make(
    "p",
    { class: "dv-note" },
    "Đang sửa bài “",
    make("strong", {}, state.before.tieu_de),
    "”. Chỉ những mục được sửa mới được gửi.",
  );

begin();

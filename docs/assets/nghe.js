// Reads a model, or what is written of it for loudspeakers, aloud with a Vietnamese voice of the reader's own device; where there is none, nothing is offered.
// It goes sentence by sentence, since Chromium breaks off long texts, and a pause begins its sentence anew, since
// Android takes a pause for an end.

const voices = window.speechSynthesis;
const button = document.querySelector("[data-dv-listen]");
const silence = document.querySelector("[data-dv-silence]");
const box = document.querySelector("[data-dv-listening]");
const told = document.querySelector("[data-dv-told]");

const LONGEST = 180;

/** The parts that are read: title, summary, the story, each paragraph and heading by itself, then the questions; captions are not. */
function partsOf(article) {
  const told = [
    ...article.querySelectorAll(
      '[data-dv-part="title"], [data-dv-part="summary"], [data-dv-part="notice"], [data-dv-part="story"] :is(h2, h3, h4, h5, p, li), .dv-asking :is(h2, li), [data-dv-part="heard"] p',
    ),
  ];
  return told.filter((part) => !part.closest("figure") && !part.querySelector("p, li") && part.textContent.trim());
}

/** Cuts a paragraph into sentences, and what is longer still at a comma or a space. */
function sentencesOf(text) {
  const sentences = [];
  for (let rest of text
    .replace(/\s+/g, " ")
    .trim()
    .match(/.+?(?:[.!?…;:]+["”’)]*(?=\s)|$)/g) || []) {
    while (rest.length > LONGEST) {
      const head = rest.slice(0, LONGEST);
      const cut = Math.max(head.lastIndexOf(","), head.lastIndexOf(" –")) + 1 || head.lastIndexOf(" ") + 1 || LONGEST;
      sentences.push(rest.slice(0, cut).trim());
      rest = rest.slice(cut);
    }
    sentences.push(rest.trim());
  }
  return sentences.filter(Boolean);
}

let voice;
let script = [];
let at = 0;
let spoken; // the one utterance that counts: what others still report is past

/** Chooses a Vietnamese voice, one that needs no network first. */
function choose() {
  const found = (voices.getVoices() || []).filter(({ lang }) => /^vi(?:[-_]|$)/i.test(lang));
  voice = found.find(({ localService }) => localService) || found[0];
  if (voice) button.hidden = false;
}

const isSeen = (part) => {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** Marks the paragraph that is read. The page follows as long as its reader does: whoever has scrolled away is left there. */
function mark(part) {
  const before = document.querySelector(".dv-read");
  if (before === part) return;
  const follows = !before || isSeen(before);
  before?.classList.remove("dv-read");
  part?.classList.add("dv-read");
  if (!part || !follows) return;
  const { top, bottom } = part.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight - 96) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  part.scrollIntoView({
    block: bottom - top < innerHeight / 2 ? "center" : "start",
    behavior: isStill ? "auto" : "smooth",
  });
}

function show(name, sentence = "") {
  button.querySelector("span").textContent = { idle: "Nghe", reading: "Tạm dừng", paused: "Nghe tiếp" }[name];
  box.classList.toggle("dv-listening", name !== "idle");
  if (name === "idle" && document.activeElement === silence) button.focus({ preventScroll: true });
  silence.hidden = name === "idle";
  told.textContent = sentence;
}

function hush() {
  spoken = undefined;
  voices.cancel();
}

function say() {
  if (at >= script.length) {
    leave("Đã đọc hết bài.");
    return;
  }
  try {
    speak(script[at]);
  } catch {
    leave("Máy không đọc được bài này.");
  }
}

function speak({ part, text }) {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = () => {
    if (utterance !== spoken) return;
    at += 1;
    say();
  };
  utterance.onerror = () => {
    if (utterance === spoken) leave("Máy không đọc được bài này.");
  };
  spoken = utterance;
  mark(part);
  voices.speak(utterance);
}

function leave(sentence) {
  hush();
  mark(null);
  script = [];
  at = 0;
  show("idle", sentence);
}

if (voices && button) {
  button.addEventListener("click", () => {
    if (spoken) {
      hush();
      show("paused");
      return;
    }
    if (!script.length) {
      const parts = partsOf(document.querySelector("[data-dv-model], [data-dv-heard]"));
      script = parts.flatMap((part) => sentencesOf(part.textContent).map((text) => ({ part, text })));
    }
    show("reading");
    say();
  });
  silence.addEventListener("click", () => leave());
  addEventListener("pagehide", () => leave());
  voices.onvoiceschanged = choose;
  choose();
}

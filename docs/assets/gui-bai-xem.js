// How the story will read: its headings, paragraphs and lists as plain text, put there as text and never as markup.

import { clean } from "./gui-bai-nhap.js";
import { make } from "./tim-the.js";

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;

/** Gives the view of the sections of a story that have something in them, by the entries of the form. */
export function storyView(story, entries) {
  const parts = entries.flatMap((entry) => {
    const text = clean(story?.[entry.key] || "", true);
    return text ? [make("h4", {}, entry.label), ...blocksOf(text)] : [];
  });
  return parts.length ? parts : [make("p", { class: "dv-quiet" }, "Chưa viết gì.")];
}

function blocksOf(text) {
  return text.split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n");
    if (!lines.every((line) => ITEM.test(line))) return make("p", {}, lines.join(" ").replace(/^#+\s*/, ""));
    return make("ul", {}, ...lines.map((line) => make("li", {}, line.replace(ITEM, ""))));
  });
}

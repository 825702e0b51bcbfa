// The Markdown that the guide teaches, as the site will show it: paragraphs, lists, headings, quotes, bold and italic. It makes elements
// and texts, never markup of what was typed; links and pictures are shown by their words alone.

import { make } from "./tim-the.js";

const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?:( {1,4})(.*)|)$/;
const HEADING = /^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const QUOTE = /^ {0,3}> ?/;
const FENCE = /^ {0,3}(```|~~~)/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const DEEPEST = 10;

/** Gives the blocks of a text as elements. */
export const blocksOf = (text) => blocksIn(text.split("\n"), 0);

function blocksIn(lines, depth) {
  const found = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = blockAt(lines, at, depth);
    if (block) found.push(block);
    at = next;
  }
  return found;
}

/** Gives the block that begins at a line, null of an empty one, and the line behind it. */
function blockAt(lines, at, depth) {
  const line = lines[at];
  if (!line.trim()) return [null, at + 1];
  const [, words] = HEADING.exec(line) || [];
  if (HEADING.test(line)) return [make("h4", {}, ...phrases(words || "")), at + 1];
  if (FENCE.test(line)) return fenceAt(lines, at);
  if (RULE.test(line)) return [make("hr", {}), at + 1];
  if (depth < DEEPEST && QUOTE.test(line)) return quoteAt(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return listAt(lines, at, depth);
  return paragraphAt(lines, at);
}

/** Tells whether a line ends the paragraph above: a number does only where it is the first of a list. */
function isInterrupting(line) {
  const [, , sign, , words] = ITEM.exec(line) || [];
  const isItem = sign && words?.trim() && (/^[-*+]$/.test(sign) || Number.parseInt(sign, 10) === 1);
  return !line.trim() || isItem || [HEADING, QUOTE, FENCE, RULE].some((one) => one.test(line));
}

function paragraphAt(lines, at) {
  let end = at + 1;
  while (end < lines.length && !isInterrupting(lines[end])) end += 1;
  const words = lines.slice(at, end).map((line) => line.trimStart());
  return [make("p", {}, ...phrases(words.join("\n"))), end];
}

function fenceAt(lines, at) {
  const [, sign] = FENCE.exec(lines[at]);
  let end = at + 1;
  while (end < lines.length && !lines[end].trimStart().startsWith(sign)) end += 1;
  return [make("pre", {}, make("code", {}, lines.slice(at + 1, end).join("\n"))), end + 1];
}

function quoteAt(lines, at, depth) {
  let end = at + 1;
  while (end < lines.length && (QUOTE.test(lines[end]) || !isInterrupting(lines[end]))) end += 1;
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return [make("blockquote", {}, ...blocksIn(inside, depth + 1)), end];
}

// --- Lists ----------------------------------------------------------------------------------------------------------

/** Two items are of one list where their signs are of one kind. */
const kindOf = (line) => (RULE.test(line) ? "" : (ITEM.exec(line)?.[2] || "").replace(/\d+/, ""));

function listAt(lines, at, depth) {
  const kind = kindOf(lines[at]);
  const items = [];
  let isLoose = false;
  let end = at;
  while (end < lines.length && kindOf(lines[end]) === kind) {
    const [inside, next] = itemAt(lines, end);
    const isLast = kindOf(lines[next] || "") !== kind;
    const whole = inside.join("\n");
    isLoose = isLoose || /\n\s*\n/.test(isLast ? whole.trimEnd() : whole) || (!isLast && whole.endsWith("\n"));
    items.push(inside);
    end = next;
  }
  const list = make(
    /\d/.test(lines[at].trim()[0]) ? "ol" : "ul",
    {},
    ...items.map((one) => itemOf(one, isLoose, depth)),
  );
  const first = Number.parseInt(lines[at], 10);
  if (first > 1 || first === 0) list.setAttribute("start", String(first));
  return [list, end];
}

/** Gives the lines of an item without what they are set in by, and the line behind it. */
function itemAt(lines, at) {
  const [, before, sign, gap = " ", words = ""] = ITEM.exec(lines[at]);
  const width = before.length + sign.length + gap.length;
  const inside = [words];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const isWithin = !line.slice(0, width).trim();
    const isGoingOn = inside[inside.length - 1].trim() && !isInterrupting(line) && !ITEM.test(line);
    if (!isWithin && !isGoingOn) break;
    inside.push(isWithin ? line.slice(width) : line.trimStart());
  }
  return [inside, end];
}

function itemOf(inside, isLoose, depth) {
  const blocks = blocksIn(inside, depth + 1);
  return make(
    "li",
    {},
    ...(isLoose ? blocks : blocks.flatMap((one) => (one.tagName === "P" ? [...one.childNodes] : [one]))),
  );
}

// --- Within a paragraph -----------------------------------------------------------------------------------------------

const PHRASE =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|(\*\*|__)(?=\S)([\s\S]*?\S)\3|([*_])(?=[^\s*_])([\s\S]*?[^\s*_])\5(?![\p{L}\p{N}])|!?\[([^\]]*)\]\([^()\s]*\)|<(https?:[^<>\s]*)>|\\\n/u;

/** Gives texts and elements of what stands in a paragraph. */
function phrases(text) {
  const found = PHRASE.exec(text);
  if (!found) return text ? [text] : [];
  const [whole, sign, code, , strong, , em, link, address] = found;
  const before = text.slice(0, found.index);
  return [...(before ? [before] : []), ...phrase(), ...phrases(text.slice(found.index + whole.length))];

  function phrase() {
    if (sign) return [sign];
    if (code) return [make("code", {}, code)];
    if (strong) return [make("strong", {}, ...phrases(strong))];
    if (em) return [make("em", {}, ...phrases(em))];
    if (address) return [address];
    return whole.startsWith("\\") ? [make("br", {})] : phrases(link || "");
  }
}

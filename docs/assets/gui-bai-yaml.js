// A trimmed draft as the text of a `model.yaml`, in the manner in which `showcase import` writes one: keys in the order of the form,
// quotes wherever YAML or people could take a text for something else, stories as blocks.

const WIDTH = 120;
const LETTER = /^[\p{L}\p{N}_“‘(]/u;
const BREAKS_PLAIN = /:(?=\s|$)|\s#/;

/** Writes a draft; it ends with a line end. */
export const yamlOf = (draft, entries) =>
  entries.flatMap((entry) => (draft[entry.key] === undefined ? [] : pair(draft[entry.key], entry, 0))).join("\n") +
  "\n";

function pair(value, entry, indent) {
  const head = `${" ".repeat(indent)}${entry.key}:`;
  return typeof value === "string" ? text(head, value, entry, indent) : [head, ...inner(value, entry, indent + 2)];
}

function inner(value, entry, indent) {
  if (entry.kind === "group")
    return entry.entries.flatMap((one) => (value[one.key] === undefined ? [] : pair(value[one.key], one, indent)));
  return value.flatMap((item) => itemOf(item, entry.of, indent));
}

/** Writes an item of a list behind its hyphen. */
function itemOf(item, entry, indent) {
  const head = `${" ".repeat(indent)}-`;
  if (typeof item === "string") return text(head, item, entry, indent);
  const lines = inner(item, entry, indent + 2);
  return [`${head} ${lines[0].slice(indent + 2)}`, ...lines.slice(1)];
}

function text(head, value, entry, indent) {
  const blank = " ".repeat(indent + 2);
  if (entry.kind === "story") return [`${head} |-`, ...value.split("\n").map((line) => (line ? blank + line : ""))];
  const line = `${head} ${scalar(value)}`;
  if (line.length <= WIDTH || !value.includes(" ")) return [line];
  return [`${head} >-`, ...filled(value, WIDTH - blank.length).map((part) => blank + part)];
}

/** Writes a text on one line; in quotes where it could be taken for something else. */
function scalar(value) {
  const isPlain = LETTER.test(value) && !BREAKS_PLAIN.test(value) && !/^(?:---|\.\.\.)/.test(value);
  return isPlain ? value : `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
}

/** Breaks a text into lines that end between words. */
function filled(value, width) {
  const lines = [""];
  for (const word of value.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

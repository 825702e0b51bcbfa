// The scripts of the pages do nothing that the oldest browsers we promise cannot: Safari 15.4, Chrome 94, Firefox 114.
// What these lack is found in the data of MDN and caniuse (compat), and all that came into the language after ES2022 by name
// (es-x): methods such as `toSorted` stand on values whose kind compat cannot know.
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

/** What an iterator can do since ES2025 and an array always could: by its name alone nobody knows which of them is meant. */
const KNOWN_OF_ARRAYS = ["every", "filter", "find", "flatmap", "foreach", "map", "reduce", "some"];

/** rjsmin ends a template literal at the next sign that could end it, and takes what stands there for code. */
const NESTED_TEMPLATE = {
  selector: "TemplateLiteral TemplateLiteral",
  message:
    "A template literal within another loses its blanks when the script is sent (rjsmin): give the inner one a name before.",
};

export default [
  { files: ["**/*.js"], languageOptions: { ecmaVersion: "latest" } },
  compat.configs["flat/recommended"],
  esx.configs["flat/restrict-to-es2022"],
  {
    settings: {
      targets: ["safari 15.4", "ios_saf 15.4", "chrome 94", "firefox 114"],
      "es-x": { aggressive: true },
    },
    rules: {
      "no-restricted-syntax": ["error", NESTED_TEMPLATE],
      ...Object.fromEntries(KNOWN_OF_ARRAYS.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])),
      "es-x/no-class-static-block": "error", // ES2022, but in Safari from 16.4
      "es-x/no-regexp-lookbehind-assertions": "error", // ES2018, but in Safari from 16.4
    },
  },
];

"""Of Material's styles a page has every rule that applies to something on it: what was left out would change nothing."""

from functools import cache
from importlib.resources import files

# A rule is known by its selector and the conditions around it. States of an element (under a pointer, chosen) and parts
# that are no elements are taken for granted. What only sets custom properties does nothing where none of them is read.
LOST = r"""(whole) => {
    const STATES = /([\s>+~,(])?(?::(?:hover|focus(?:-within|-visible)?|active|checked|target|before|after)(?![\w-])|::[\w-]+)+/g;
    const rules = (list, around = "") => [...list].flatMap((rule) => {
        if (rule.selectorText !== undefined) return [{ name: around + rule.selectorText, rule }];
        const isGroup = rule.cssRules && rule.constructor.name !== "CSSKeyframesRule";
        return isGroup ? rules(rule.cssRules, `${around}${rule.cssText.split("{")[0].trim()} `) : [];
    });
    const applies = ({ selectorText }) => {
        const bare = selectorText.replace(STATES, (_, before, at) => (before || !at ? `${before || ""}*` : ""));
        return document.querySelector(bare) !== null;
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(whole);
    const all = rules(sheet.cssRules);
    const there = [...document.styleSheets].flatMap((one) => rules(one.cssRules));
    const names = new Set(there.map(({ name }) => name));
    const read = new Set(there.flatMap(({ rule }) => rule.cssText.match(/(?<=var\(\s*)--[\w-]+/g) || []));
    const does = ({ style }) => [...style].some((property) => !property.startsWith("--") || read.has(property));
    const lost = all.filter(({ name, rule }) => !names.has(name) && does(rule) && applies(rule));
    return all.length < 500 ? ["the whole sheets were not read"] : lost.map(({ name }) => `lacks ${name}`);
}"""


@cache
def whole_sheets():
    """Read Material's sheets as they are installed."""
    folder = files("material") / "templates/assets/stylesheets"
    sheets = sorted((file for file in folder.iterdir() if file.name.endswith(".css")), key=lambda file: file.name)
    return "".join(file.read_text(encoding="utf-8") for file in sheets)


def lost(page, more=""):
    """Say which of Material's rules, and of `more`, apply to something on a page and are not there."""
    return page.evaluate(LOST, whole_sheets() + more)

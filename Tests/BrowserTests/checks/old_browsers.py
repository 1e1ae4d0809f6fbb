"""Whether browsers of the oldest kind that offices use read the styles and scripts: Chromium 63, ECMAScript 2017."""

from __future__ import annotations

import re
from pathlib import Path

import esprima
import tinycss2
from site_files import Site, fault

Faults = list[dict[str, str]]

# What came after Chromium 63, with the version that brought it. It needs the older way before it, or an `@supports`.
NEWER_PROPERTIES = {
    "gap": 84, "row-gap": 84, "column-gap": 66, "inset": 87, "aspect-ratio": 88, "margin-inline": 87, "margin-block": 87,
    "padding-inline": 87, "padding-block": 87, "inset-inline": 87, "inset-block": 87, "border-inline": 87,
    "translate": 104, "rotate": 104, "scale": 104, "backdrop-filter": 76, "appearance": 84, "text-emphasis": 99,
    "text-emphasis-position": 99, "mask": 120, "zoom": 999, "container": 105, "container-type": 105,
}  # fmt: skip
# The older name of the same thing.
OLDER_NAMES = {"grid-gap": "gap", "grid-row-gap": "row-gap", "grid-column-gap": "column-gap"}
# Newer too, but a page loses nothing that matters without it: a finer break, a thicker line, a faster paint.
HARMLESS_PROPERTIES = {
    "text-wrap", "text-autospace", "text-spacing-trim", "text-decoration-thickness", "text-underline-offset",
    "text-decoration-skip-ink", "content-visibility", "contain-intrinsic-size", "color-scheme", "scroll-margin-top",
    "hanging-punctuation", "print-color-adjust", "forced-color-adjust", "accent-color", "overflow-anchor",
    "overflow-clip-margin",
}  # fmt: skip
# All else that a style sheet may use. Whoever needs another looks up when it came, and puts it here or above.
KNOWN_PROPERTIES = set(
    """
    align-content align-items align-self all animation background background-color background-image background-position
    background-repeat background-size border border-bottom border-bottom-color border-bottom-width border-collapse
    border-bottom-left-radius border-bottom-right-radius border-color border-left border-left-color border-left-width
    border-radius border-right border-right-color border-right-width border-spacing border-style border-top
    border-top-color border-top-left-radius border-top-right-radius border-top-width border-width bottom box-shadow
    box-sizing break-after break-before break-inside caption-side clear clip clip-path color column-count column-width
    column-rule content counter-increment counter-reset cursor direction display empty-cells fill fill-opacity flex
    flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-feature-settings
    font-kerning font-size font-style font-variant font-variant-numeric font-weight grid grid-area grid-auto-flow
    grid-column grid-column-gap grid-gap grid-row grid-row-gap grid-template grid-template-areas grid-template-columns
    grid-template-rows height hyphens justify-content justify-items justify-self left letter-spacing line-break
    line-height list-style list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
    max-height max-width min-height min-width object-fit object-position opacity order orphans outline outline-color
    outline-offset outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding padding-bottom
    padding-left padding-right padding-top page page-break-after page-break-before page-break-inside pointer-events
    position quotes resize right size stroke stroke-dasharray stroke-width table-layout text-align text-align-last
    text-anchor text-combine-upright text-decoration text-decoration-color text-decoration-line text-decoration-style
    text-indent text-justify text-overflow text-rendering text-shadow text-size-adjust text-transform top transform
    transform-origin transition unicode-bidi user-select vertical-align visibility white-space widows width will-change
    word-break word-spacing word-wrap writing-mode z-index
    """.split()
)
# Values that are newer, whatever the property.
NEWER_VALUES = {
    r"\b(min|max|clamp)\(": 79, r"\benv\(": 69, r"\b(color-mix|light-dark|oklch|oklab|lab|lch|conic-gradient)\(": 69,
    r"\d(d|s|l)v(h|w|i|b|min|max)\b": 108, r"\brgba?\(\s*[\d.]+%?\s+[\d.]": 65, r"\banywhere\b": 80, r"\bfit-content\(": 94,
    r"\bclip\b(?!-)": 90, r"\bsubgrid\b": 117, r"\bauto-phrase\b": 119, r"(?<![-\w])contents\b": 65, r"\bmatch-parent\b": 999,
}  # fmt: skip
KNOWN_PSEUDO = {
    "root", "hover", "focus", "active", "visited", "link", "checked", "disabled", "enabled", "empty", "first-child",
    "last-child", "only-child", "nth-child", "nth-last-child", "nth-of-type", "first-of-type", "last-of-type", "not",
    "lang", "target", "before", "after", "first-line", "first-letter", "focus-within", "placeholder-shown", "invalid",
    "required", "first", "left", "right", "-webkit-details-marker", "-webkit-search-cancel-button", "host",
}  # fmt: skip
# Without the rule the focus is seen all the same.
HARMLESS_PSEUDO = {"focus-visible"}
# Rules whose colour tells something that their words alone would not, or that makes their words readable.
MEANING = re.compile(
    r"aria-current\]$|\.(mark-red|mark-late|day-current|plan-done|plan-late|negative|agreement-result|chart-bar[-\d]*|chart-planned"
    r"|publicity|button|skip|month-current)$|^(body|:focus)$|statistics-bar rect$"
)
COLOURS = {"color", "background", "border", "border-color", "border-bottom-color", "fill", "stroke", "outline"}
# What the check itself must see.
BAD_STYLES = (
    "a { display: flex; gap: 1em }", "a { width: min(3em, 10%) }", "a:is(b), i { color: red }", "a:is(b) { color: red }",
    "a { color: var(--none) }", "a { b { color: red } }", "@media (width >= 40em) { a { color: red } }",
    "a:not(b i) { color: red }", "a { field-sizing: content }", "a { overflow-wrap: anywhere }",
)  # fmt: skip
BAD_SCRIPTS = ("a = b?.c", "a = b ?? c", "import a from 'b'", "a = {...b}", "try { a() } catch { b() }")
PSEUDO = re.compile(r"::?([-\w]+)(\()?")


def check_old_browsers(site: Site) -> Faults:
    sheets = sorted(path for path in site.files if path.endswith(".css"))
    scripts = sorted(path for path in site.files if path.endswith(".js") and not path.startswith("search/"))
    # Of those that hold data for the search one is as good as all.
    scripts += sorted(path for path in site.files if re.fullmatch(r"search/.*\.js", path))[:1]
    faults = [] if sheets and scripts else [fault("", "there is no style sheet or no script to look at")]
    faults += [fault("", f"is not seen: {text}") for text in BAD_STYLES if not style_problems(text, set())]
    faults += [fault("", f"is not seen: {text}") for text in BAD_SCRIPTS if not script_problem(text)]
    defined = set()
    texts = {path: (site.root / path).read_text(encoding="utf-8") for path in sheets}
    for text in texts.values():
        defined |= set(re.findall(r"(--[-\w]+)\s*:", text))
    for path, text in texts.items():
        # An old browser prints more plainly.
        is_print = path.endswith("print.css")
        faults += [fault(path, problem) for problem in style_problems(text, defined, is_guarded=is_print)]
        if path == "assets/site.css":
            faults += [fault(path, problem) for problem in colour_problems(text)]
    if not list(colour_problems(":focus { color: var(--a) }")):
        faults.append(fault("", "a colour that only var() gives is not seen"))
    for path in scripts:
        # Data for the search stands in UTF-16, which their mark tells.
        encoding = "utf-16" if path.startswith("search/") else "utf-8"
        problem = script_problem((site.root / path).read_text(encoding=encoding))
        if problem:
            faults.append(fault(path, problem))
    return faults


def script_problem(text: str) -> str | None:
    """What keeps a script from being a classic one of ECMAScript 2017."""
    newer = []

    def look(node, _):
        # The parser knows these two of ECMAScript 2018.
        inner = {"ObjectExpression": "SpreadElement", "ObjectPattern": "RestElement"}.get(node.type)
        if inner and any(part.type == inner for part in node.properties):
            newer.append("“...” in an object")
        return node

    try:
        esprima.parseScript(text, {}, look)
    except esprima.Error as error:
        newer.append(str(error))
    return f"no classic script of ECMAScript 2017: {newer[0]}" if newer else None


def style_problems(text: str, defined: set[str], *, is_guarded: bool = False) -> list[str]:
    """What Chromium 63 makes nothing of, and no older way stands before."""
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return list(rules_problems(rules, defined, is_guarded=is_guarded))


def colour_problems(text: str):
    """A browser that knows no custom properties must see by a plain colour what only a colour tells."""
    seen: set[tuple[str, str]] = set()
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        selectors = [selector for selector in split_list(tinycss2.serialize(rule.prelude)) if MEANING.search(selector)]
        for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if item.type != "declaration" or item.lower_name not in COLOURS:
                continue
            for selector in selectors:
                place = (selector, item.lower_name)
                if "var(" not in tinycss2.serialize(item.value):
                    seen.add(place)
                elif place not in seen:
                    yield f"line {item.source_line}: no plain {item.lower_name} of “{selector}” stands before var()"


def rules_problems(rules, defined: set[str], *, is_guarded: bool):
    for rule in rules:
        if rule.type == "error":
            yield f"line {rule.source_line}: {rule.message}"
        elif rule.type == "qualified-rule":
            yield from selector_problems(rule, is_guarded)
            yield from declaration_problems(rule.content, defined, is_guarded)
        elif rule.type == "at-rule":
            yield from at_rule_problems(rule, defined, is_guarded)


def at_rule_problems(rule, defined: set[str], is_guarded: bool):
    name = rule.at_keyword.lower()
    prelude = tinycss2.serialize(rule.prelude)
    if name in ("media", "supports"):
        if re.search(r"[<>]", prelude):
            yield f"line {rule.source_line}: a range in @{name} is of Chromium 104"
        inner = tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)
        yield from rules_problems(inner, defined, is_guarded=is_guarded or name == "supports")
    elif name in ("page", "font-face", "charset", "keyframes", "import"):
        return
    elif not is_guarded:
        yield f"line {rule.source_line}: @{name} is newer than Chromium 63"


def selector_problems(rule, is_guarded: bool):
    """A browser drops the whole of a rule if it knows one of its selectors not."""
    selectors = split_list(tinycss2.serialize(rule.prelude))
    newer = [selector for selector in selectors if is_newer(selector, KNOWN_PSEUDO)]
    matters = any(is_newer(selector, KNOWN_PSEUDO | HARMLESS_PSEUDO) for selector in newer)
    if newer and (matters or len(newer) < len(selectors)) and not is_guarded:
        yield f"line {rule.source_line}: “{newer[0]}” is newer than Chromium 63, which drops the whole rule"


def is_newer(selector: str, known: set[str]) -> bool:
    names = {match[1] for match in PSEUDO.finditer(selector)}
    # Older browsers know `:not()` of one simple selector alone.
    complex_not = any(re.search(r"[\s,>+~]", inner) for inner in re.findall(r":not\(([^()]*(?:\([^()]*\))?)\)", selector))
    return complex_not or not names <= known


def split_list(text: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def declaration_problems(content, defined: set[str], is_guarded: bool):
    seen: set[str] = set()
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "error":
            yield f"line {item.source_line}: {item.message}"
            continue
        if item.type != "declaration":
            yield f"line {item.source_line}: rules inside rules are of Chromium 120"
            continue
        name, value = item.lower_name, tinycss2.serialize(item.value)
        for used, rest in re.findall(r"var\(\s*(--[-\w]+)\s*(,)?", value):
            if not rest and used not in defined:
                yield f"line {item.source_line}: nothing defines {used}, and there is no other value"
        if name.startswith("--"):
            continue
        has_older = is_guarded or name in seen
        seen |= {name, OLDER_NAMES.get(name, name)}
        if name.startswith("-webkit-") or name.startswith("-moz-"):
            # An older way in itself, also of the property without its prefix.
            seen.add(name.split("-", 2)[2])
            continue
        version = NEWER_PROPERTIES.get(name)
        if version and not has_older:
            yield f"line {item.source_line}: {name} is of Chromium {version}, and no older way stands before it"
        if not is_guarded and not version and name not in HARMLESS_PROPERTIES | KNOWN_PROPERTIES:
            yield f"line {item.source_line}: {name} is not among the properties that Chromium 63 is known to have"
        if name in HARMLESS_PROPERTIES:
            continue
        for pattern, since in NEWER_VALUES.items():
            if re.search(pattern, value) and not has_older:
                yield f"line {item.source_line}: “{name}: {value.strip()}” is of Chromium {since}, and nothing stands before it"


if __name__ == "__main__":
    import sys

    for name in sys.argv[1:]:
        path = Path(name)
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".js":
            print(name, script_problem(content))
        else:
            own = set(re.findall(r"(--[-\w]+)\s*:", content))
            for line in style_problems(content, own):
                print(name, line)

// Barriers that axe does not look for, one question for each success criterion of WCAG 2.2 (level AA) that a program can ask.
// Each answer is a list of what is wrong; the functions run in the page.

// 1.4.4: the text twice as large, on a screen as wide as a small laptop's.
// 1.4.12: the spacing that readers may choose themselves. Nothing is cut off, and nothing scrolls sideways but what is made to.
export const LARGE = ":root { font-size: 200% !important; }";
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

export function cutOff() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = wide > 1 ? [`${wide} px too wide`] : [];
  for (const element of document.querySelectorAll("main *, header *, footer *")) {
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    const forEars = element.classList.contains("sr") || element.closest(".sr");
    if (!hides || forEars || !element.innerText?.trim()) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
      found.push(`cut off: ${element.tagName.toLowerCase()}.${element.className}`);
    }
  }
  return found;
}

// 2.4.3, 2.4.7, 1.4.11, 2.4.11: whoever goes by keys follows the order of the page, sees where they are, and nothing lies over it.
// The page has had a key pressed, so that the browser shows the focus.
export function lostFocus() {
  const found = [];
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.innerText || element.ariaLabel || element.name || "").trim().slice(0, 40)}”`;
  const stops = [...(document.querySelector("dialog:modal") ?? document).querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest("dialog:not([open])"),
  );
  const before = document.activeElement;
  // A page that glides to the focus has not arrived yet when it is asked.
  document.documentElement.style.scrollBehavior = "auto";
  for (const element of stops) {
    if (element.tabIndex > 0) found.push(`out of order: ${name(element)}`);
    element.focus();
    if (document.activeElement !== element) {
      found.push(`takes no focus: ${name(element)}`);
      continue;
    }
    // A card whose whole face is the link shows the focus around the card.
    const shown = [getComputedStyle(element), getComputedStyle(element, "::after")];
    const outlined = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    if (!shown.some(outlined)) found.push(`focus is not shown: ${name(element)}`);
    // A link over several lines has a box for each.
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 12)];
    const inView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const over = inView ? document.elementFromPoint(x, y) : null;
    const free = over && (element.contains(over) || over.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(over)));
    if (!free) found.push(`hidden while it has the focus: ${name(element)}`);
  }
  before?.focus?.();
  scrollTo(0, 0);
  document.documentElement.style.scrollBehavior = "";
  return found;
}

// 3.3.1, 3.3.3: a form that was refused says so in the title, has a summary that is read first, and each line of it leads to a field that
// says the same.
export function untoldErrors(mark) {
  const fields = [...document.querySelectorAll("main [aria-invalid=true]")];
  const summary = document.querySelector("main [data-focus]");
  const links = summary ? [...summary.querySelectorAll("a[href^='#']")] : [];
  if (fields.length === 0 && links.length === 0) return [];
  const found = [];
  if (!document.title.startsWith(mark)) found.push(`the title is “${document.title}”`);
  if (!summary) found.push("there is no summary");
  for (const link of links) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) found.push(`“${link.innerText}” leads nowhere`);
  }
  for (const field of fields) {
    const told = (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id));
    if (!told.some((part) => part?.innerText.trim())) found.push(`the field “${field.name}” does not say what is wrong`);
    if (!links.some((link) => link.hash === `#${field.id}`) && links.length > 0) {
      const group = field.closest("fieldset");
      if (!links.some((link) => group?.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`))) found.push(`no line leads to “${field.name}”`);
    }
  }
  return found;
}

// 3.2.3, 3.2.4, 3.2.6: the menus of a page, to be held against those of the page before.
export function menus() {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((link) => link.innerText.trim()).join(" | ");
  return { top: texts("header .nav a"), foot: texts("footer a"), switch: texts("header .switch a") };
}

// 1.3.5, 3.3.8: what is asked of a person can be pasted and filled in by the browser.
export function hindered() {
  const found = [];
  for (const field of document.querySelectorAll("main input:not([type=hidden]), main textarea")) {
    if (field.matches("[onpaste]")) found.push(`nothing can be pasted into “${field.name}”`);
    const secret = field.type === "password" || ["code", "pin"].includes(field.name);
    if (secret && field.autocomplete === "off") found.push(`“${field.name}” cannot be filled in by the browser`);
  }
  return found;
}

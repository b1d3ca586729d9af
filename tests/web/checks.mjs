// checks.mjs - what must hold for a page in a browser: each check returns the
// faults that it found.
import { execFileSync } from "node:child_process";

export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const noSidewaysScroll = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return !element.closest("pre") && (box.right > width + 1 || box.left < -1);
    });
    return [`${document.documentElement.scrollWidth} px wide at ${width}`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 160))];
  });

export const picturesAreThere = (page) =>
  page.evaluate(() =>
    [...document.images]
      .filter((image) => !image.src.startsWith("data:") || !image.complete || image.naturalWidth === 0)
      .map((image) => `${image.src.slice(0, 80)} does not show`));

export const picturesKeepTheirShape = (page) =>
  page.evaluate(() =>
    [...document.images]
      .filter((image) => {
        const shown = image.getBoundingClientRect();
        return Math.abs(shown.height - (shown.width * image.naturalHeight) / image.naturalWidth) > 2;
      })
      .map((image) => `${image.src.slice(0, 80)} is ${image.width} x ${image.height}`));

// Nothing that could run, load or redirect, whatever the letter says.
export const onlyMarkupOfTheTemplates = (page) =>
  page.evaluate(() => {
    const faults = [];
    const forbidden = "iframe, object, embed, base, form, textarea, svg, math, noscript, plaintext, " +
      "script:not([type='application/ld+json']), body style, meta[http-equiv='refresh' i]";
    for (const element of document.querySelectorAll(forbidden)) faults.push(element.outerHTML.slice(0, 160));
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of element.attributes) {
        if (name.startsWith("on") || name === "srcdoc") faults.push(element.outerHTML.slice(0, 160));
      }
    }
    for (const link of document.links) {
      if (!["http:", "https:", "mailto:", "tel:", location.protocol].includes(link.protocol)) faults.push(link.href);
    }
    for (const data of document.querySelectorAll("script")) JSON.parse(data.textContent);
    if (window.calls.length > 0) faults.push(`executed: ${window.calls.join(", ")}`);
    return faults;
  });

// Each link within the page has a target; each note is reached from the text
// and left to each place that it was reached from.
export const notesAreLinkedBothWays = (page) =>
  page.evaluate(() => {
    const faults = [];
    const inner = [...document.querySelectorAll("a[href^='#']")];
    const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    for (const link of inner) {
      if (target(link) === null && !link.closest(".body")) faults.push(`${link.hash} leads nowhere`);
    }
    for (const mark of document.querySelectorAll("sup a[href^='#']")) {
      const note = target(mark);
      const own = mark.id || mark.closest("[id]")?.id;
      if (!note) faults.push(`${mark.hash} leads nowhere`);
      else if (!note.querySelector(`a[href="#${CSS.escape(own)}"]`)) faults.push(`no way back from ${mark.hash}`);
    }
    return faults;
  });

// As a reader does it: by keyboard there, and by keyboard back.
export async function notesAreWalked(page) {
  const faults = [];
  const isSeen = (id) => page.evaluate((wanted) => {
    const box = document.getElementById(wanted).getBoundingClientRect();
    return location.hash === `#${wanted}` && box.top < innerHeight && box.bottom > 0;
  }, id);
  const follow = async (link) => {
    const id = (await link.getAttribute("href")).slice(1);
    await link.press("Enter");
    if (!(await isSeen(id))) faults.push(`${id} is not shown`);
    return id;
  };
  for (const mark of await page.locator("sup a[href^='#']").all()) {
    const note = await follow(mark);
    await follow(page.locator(`[id="${note}"] a[href^="#"]`).last());
  }
  return faults;
}

export async function isAccessible(page, axe, tags) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }), tags);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
}

// Compatibility forms, blanks and hyphens are the affair of whoever sets the page.
const squeeze = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b-\u200f\ufeff-]/gu, "");

// On paper each character of the text stands, in order; addresses of links may
// come between.  Where lines run from right to left, the order is the reader's
// of the PDF, so there the characters are counted.
export async function printsWhole(page, pdf) {
  await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
  const printed = [...squeeze(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }))];
  await page.emulateMedia({ media: "print" });
  const { text, direction } = await page.evaluate(
    () => ({ text: document.body.innerText, direction: document.documentElement.dir }));
  await page.emulateMedia({ media: "screen" });
  const wanted = [...squeeze(text)];
  return direction === "rtl" ? lacks(wanted, printed) : breaksOff(wanted, printed);
}

function breaksOff(wanted, printed) {
  let place = 0;
  for (const [index, character] of wanted.entries()) {
    place = printed.indexOf(character, place) + 1;
    if (place === 0) return [`the PDF ends before: ${wanted.slice(Math.max(index - 30, 0), index + 30).join("")}`];
  }
  return [];
}

function lacks(wanted, printed) {
  const counts = new Map();
  for (const character of printed) counts.set(character, (counts.get(character) ?? 0) + 1);
  const missing = wanted.filter((character) => {
    counts.set(character, (counts.get(character) ?? 0) - 1);
    return counts.get(character) < 0 && /\p{L}|\p{N}/u.test(character);
  });
  return missing.length === 0 ? [] : [`the PDF lacks ${missing.join(" ")}`];
}

// Every text of the letter is on the page as it was typed.
export const textsStayTexts = (page, letter) => {
  const texts = [];
  const collect = (value, key) => {
    if (typeof value === "string" && /[<>"'{}&]/.test(value) && !/html|url|text|alt|mailto/.test(key)) texts.push(value);
    else if (value !== null && typeof value === "object") {
      for (const [name, inner] of Object.entries(value)) {
        if (!["extra", "summary", "from"].includes(name)) collect(inner, Array.isArray(value) ? key : name);
      }
    }
  };
  collect(letter, "");
  const one = (text) => text.replace(/\s+/g, " ");
  return page.evaluate(() => document.body.textContent).then((shown) =>
    texts.filter((text) => !one(shown).includes(one(text))).map((text) => `not on the page: ${text}`)
      .concat(texts.length < 10 ? ["the letter has no hostile texts"] : []));
};

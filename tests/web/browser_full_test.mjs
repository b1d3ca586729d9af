// browser_full_test.mjs - every sample letter in Chromium: light and dark, on a
// telephone, on a desk and on paper.  Screenshots and PDFs go to $BUILD/web/.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import * as checks from "./checks.mjs";

// NODE_PATH says where the modules lie; imports do not ask it.
const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [320, 375, 1280];
const SCHEMES = ["light", "dark"];
const PAGE_RULES = [...checks.WCAG, "best-practice"];
const BROWSER_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const { BUILD, PYTHON, SRCDIR, TMPDIR } = process.env;
const shots = join(BUILD, "web");
const results = [];

function report(name, faults) {
  results.push(name);
  console.log(`${faults.length === 0 ? "ok" : "not ok"} ${results.length} - ${name}`);
  for (const fault of faults.slice(0, 20)) console.log(`# ${fault.replaceAll("\n", "\\n")}`);
  if (faults.length > 0) process.exitCode = 1;
}

const at = (place, faults) => faults.map((fault) => `${place}: ${fault}`);

// A page that notes what it asks for, what it says and what runs in it.
async function open(browser, file, colorScheme) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ colorScheme, viewport: { width: WIDTHS[0], height: 800 } });
  const page = await context.newPage();
  const noted = [];
  page.on("console", (message) => noted.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noted.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { noted.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) noted.push(`request: ${request.url()}`);
  });
  await context.route((asked) => asked.href !== url && asked.protocol !== "data:", (route) => route.abort());
  await page.addInitScript(() => {
    window.calls = [];
    window.pwned = (what) => window.calls.push(what);
  });
  await page.goto(url);
  return { page, noted, close: () => context.close() };
}

async function checkView(page, place, width, tags) {
  await page.setViewportSize({ width, height: 800 });
  const faults = await checks.noSidewaysScroll(page);
  faults.push(...await checks.picturesKeepTheirShape(page));
  if (tags) faults.push(...await checks.isAccessible(page, axe, tags));
  return at(`${place} ${width} px`, faults);
}

async function checkScheme(browser, name, scheme) {
  const { page, noted, close } = await open(browser, join(TMPDIR, "page", `${name}.html`), scheme);
  const faults = [];
  for (const width of WIDTHS) {
    faults.push(...await checkView(page, scheme, width, width !== 375 && PAGE_RULES));
    if (width !== 320) await page.screenshot({ path: join(shots, `${name}-${scheme}-${width}.png`), fullPage: true });
  }
  if (scheme === "light") {
    faults.push(...await checks.picturesAreThere(page));
    faults.push(...await checks.onlyMarkupOfTheTemplates(page));
    faults.push(...await checks.notesAreLinkedBothWays(page));
    faults.push(...await checks.notesAreWalked(page));
    faults.push(...await checks.printsWhole(page, join(shots, `${name}.pdf`)));
  }
  await close();
  return [...faults, ...noted];
}

async function checkLetter(browser, name) {
  for (const scheme of SCHEMES) report(`${name}, ${scheme}`, await checkScheme(browser, name, scheme));
}

async function checkLabels(browser, name) {
  const { page, noted, close } = await open(browser, join(TMPDIR, "page", `${name}.html`), "light");
  const faults = await checkView(page, "light", 320, PAGE_RULES);
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  await close();
  report(name, [...faults, ...noted]);
}

// Without the page's policy around it too, nothing of a hostile letter runs.
async function checkHostile(browser, kind) {
  const { page, noted, close } = await open(browser, join(TMPDIR, kind, "hostile.html"), "light");
  const letter = JSON.parse(readFileSync(join(TMPDIR, "json", "hostile.json"), "utf8"));
  const faults = await checks.onlyMarkupOfTheTemplates(page);
  faults.push(...await checks.textsStayTexts(page, letter));
  for (const element of await page.locator("a, img").all()) {
    await element.dispatchEvent("mouseover");
    await element.dispatchEvent("mouseenter");
  }
  faults.push(...at("touched", await checks.onlyMarkupOfTheTemplates(page)));
  // A fragment's pictures lie on its site.
  faults.push(...noted.filter((note) => kind !== "fragment" || !/letters\.example|ERR_FAILED/.test(note)));
  await close();
  report(`hostile ${kind} stays text`, faults);
}

// In a client's narrow window a message scrolls no more than a page does.  Its
// landmarks are the client's.
async function checkMessage(browser, name) {
  const { page, noted, close } = await open(browser, join(TMPDIR, "email", `${name}.html`), "light");
  const faults = await checkView(page, "message", 320, checks.WCAG);
  faults.push(...await checks.picturesAreThere(page));
  await page.setViewportSize({ width: 800, height: 800 });
  await page.screenshot({ path: join(shots, `${name}-email.png`), fullPage: true });
  await close();
  report(`${name}, message`, [...faults, ...noted]);
}

const names = (kind) =>
  readdirSync(join(TMPDIR, kind)).filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -5)).sort();

mkdirSync(shots, { recursive: true });
execFileSync(PYTHON, [join(SRCDIR, "tests/web/pages.py"), TMPDIR], { stdio: "inherit" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: BROWSER_OPTIONS });
for (const name of names("page")) await (name.startsWith("labels-") ? checkLabels : checkLetter)(browser, name);
for (const name of names("email").filter((file) => !file.startsWith("labels-"))) await checkMessage(browser, name);
for (const kind of ["page", "fragment", "email"]) await checkHostile(browser, kind);
await browser.close();
console.log(`1..${results.length}`);

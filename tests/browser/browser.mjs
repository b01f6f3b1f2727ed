// What the browser scripts share: the fixtures' pages, made by the program, and a Chromium with nothing in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The program: READOUT names it, else the debug build. */
const program = process.env.READOUT ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", "readout");

/** A folder that is gone when the script ends. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "readout-browser-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The page of one comparison, as a file. */
export function page(folder, meeting, ...options) {
  const html = execFileSync(program, ["compare", meeting, "--format", "html", ...options], { cwd: root, maxBuffer: 1 << 28 });
  const file = join(folder, `${basename(meeting)}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

/** The arguments of the script that are files, or folders. */
export function named(sort) {
  return process.argv.slice(2).filter((path) => sort(statSync(path)));
}

/** The invented meetings of the tests. */
export function fixtures() {
  const all = readdirSync(join(root, "tests", "fixtures")).filter((name) => name.startsWith("2031-"));
  return all.sort().map((name) => join("tests", "fixtures", name));
}

/** A meeting whose texts try to be more than text. */
export function hostile(folder) {
  const meeting = join(folder, "2031-12-31-hostile");
  mkdirSync(meeting);
  const attacks = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "</style><script>alert(3)</script>",
    "</script><svg onload=alert(4)>",
    "]]><iframe src=javascript:alert(5)>",
    "{{ 7 * 7 }}{% include \"page.css\" %}",
    "\u202Egnp.exe\u2066\u200F",
    "<details open ontoggle=alert(6)>",
  ];
  const front = (side, language) =>
    `---\nside: ${side}\nlanguage: ${language}\ndate: 2031-12-31\nplace: ${JSON.stringify(attacks[0] + attacks[1])}\n` +
    `publisher: ${JSON.stringify(attacks.join(" "))}\ntitle: ${JSON.stringify(attacks.join(" "))}\n` +
    `source_url: ${JSON.stringify("javascript:alert(7)")}\nprincipals:\n  us: [${JSON.stringify(attacks[3])}]\n  cn: [${JSON.stringify(attacks[2])}]\n---\n\n`;
  const english = attacks.map((a) => `The PRC said that China opposes ${a} and Taiwan's ${a} trade.`).join("\n\n");
  const chinese = attacks.map((a) => `中方反对${a}，美方表示支持台湾${a}贸易。`).join("\n\n");
  writeFileSync(join(meeting, "us.md"), front("us", "en") + english + "\n");
  writeFileSync(join(meeting, "cn.md"), front("cn", "zh") + chinese + "\n");
  return meeting;
}

/** A browser that calls nobody by itself, with an empty profile. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
}

/** Opens a page in a context of its own and notes all that it should not do. */
export async function open(chromium, url, options = {}) {
  const context = await chromium.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const view = await context.newPage();
  const faults = [];
  view.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  view.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  view.on("dialog", (dialog) => (faults.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  view.on("popup", () => faults.push("popup"));
  view.on("request", (request) => request.url() !== url && faults.push(`request: ${request.url()}`));
  await view.goto(url);
  return { context, view, faults };
}

const script = readFileSync(fileURLToPath(import.meta.resolve("axe-core")), "utf8");

/** What axe finds. Its script is run outside the page's policy, which would refuse it. */
export async function axe(view) {
  await view.evaluate(script);
  const { violations } = await view.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join("; ")}`);
}

/** How far a page is wider than its window, in pixels: 0 where it does not scroll sideways. */
export function sideways(view) {
  return view.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** The cells of tables whose words stand out of them, over their neighbours. */
export function crowded(view) {
  const over = (cells) => cells.filter((c) => c.scrollWidth > c.clientWidth + 1).map((c) => c.textContent.trim().slice(0, 40));
  return view.$$eval("th, td", over);
}

/** The pages of a site of a folder of meetings, by name. */
export function site(folder, meetings) {
  const out = join(folder, "site");
  execFileSync(program, ["site", resolve(root, meetings), "--out", out]);
  const pages = readdirSync(out).filter((name) => name.endsWith(".html")).sort();
  return Object.fromEntries(pages.map((name) => [name, pathToFileURL(join(out, name)).href]));
}

// Holds the pages of a site against a real browser: nothing from outside, axe, search and filters.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browser, hostile, site, source, temporary } from "./browser.mjs";
import { dirname, join } from "node:path";

const chromium = await browser();
const axe = readFileSync(source("axe-core"), "utf8");
let checks = 0;

async function open(url, options = {}) {
  const context = await chromium.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const view = await context.newPage();
  const faults = [];
  view.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  view.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  view.on("dialog", (dialog) => (faults.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  view.on("request", (request) => request.url() !== url && faults.push(`request: ${request.url()}`));
  await view.goto(url);
  return { context, view, faults };
}

/** One page of each sort is looked at in every way, the others once. */
const each = /^(index|map|claims|time|codebook|topic-taiwan|formula-us-taiwan|meeting-2031-09-15-lakeford)\./;

async function sound(name, url) {
  const ways = [["light", 1400], ["dark", 390], ["dark", 800], ["light", 390]];
  for (const [colorScheme, width] of each.test(name) ? ways : ways.slice(1, 2)) {
    const { context, view, faults } = await open(url, { colorScheme, viewport: { width, height: 900 } });
    const wide = await view.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} ${width}: scrolls sideways: ${wide}`);
    await view.evaluate(axe);
    const { violations } = await view.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    const said = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join("; ")}`);
    assert.deepEqual(said, [], `${name} ${colorScheme} ${width}`);
    assert.deepEqual(faults, [], name);
    await context.close();
    checks += 1;
  }
}

const shown = (view) => view.$$eval("tr[data-row]", (rows) => rows.filter((r) => !r.hidden).map((r) => r.querySelector("th").textContent));

async function filters(url) {
  const { context, view, faults } = await open(url);
  const all = await shown(view);
  assert.ok(all.length >= 4);
  await view.focus("#search");
  await view.keyboard.type("lakeford taiwan");
  assert.deepEqual(await shown(view), ["2031-09-15-lakeford"]);
  assert.match(await view.textContent("#found"), /^1 of /);
  await view.fill("#search", "");
  await view.selectOption("#side", "cn");
  assert.deepEqual(await shown(view), ["2031-09-15-lakeford", "2031-02-01-call"]);
  await view.selectOption("#side", "");
  await view.selectOption("#topic", "detainees");
  assert.deepEqual(await shown(view), ["2031-09-15-lakeford"]);
  await view.selectOption("#topic", "");
  await view.fill("#from", "2031-05-01");
  await view.fill("#to", "2031-07-01");
  assert.deepEqual(await shown(view), ["2031-06-01-working-group"]);
  assert.deepEqual(faults, []);
  await context.close();
  const plain = await open(url, { javaScriptEnabled: false });
  assert.equal(await plain.view.locator("#filters").isVisible(), false);
  assert.equal((await plain.view.$$("tr[data-row]")).length, all.length);
  await plain.context.close();
  checks += 1;
}

const pages = site(temporary(), join("tests", "fixtures", "series"));
for (const [name, url] of Object.entries(pages)) await sound(name, url);
await filters(pages["index.html"]);

// Texts that try to be more than text, on every page that shows them.
const attacked = site(temporary(), dirname(hostile(temporary())));
for (const [name, url] of Object.entries(attacked)) {
  const { context, view, faults } = await open(url);
  for (const summary of await view.locator("summary").all()) await summary.click({ timeout: 2000 }).catch(() => {});
  assert.deepEqual(faults, [], `hostile ${name}`);
  assert.equal(await view.$$eval("img, iframe, main svg[onload], [onerror]", (all) => all.length), 0, name);
  await context.close();
  checks += 1;
}
await chromium.close();
console.log(`${checks} checks of ${Object.keys(pages).length} pages of a site hold`);

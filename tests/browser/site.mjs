// Holds the pages of a site against a real browser: nothing from outside, axe, search and filters.
import assert from "node:assert/strict";
import { dirname, join, resolve } from "node:path";
import { axe, browser, crowded, hostile, named, open, sideways, site, temporary } from "./browser.mjs";

const chromium = await browser();
let checks = 0;

/** One page of each sort is looked at in every way, the others once. */
const each = /^(index|map|claims|time|codebook|topic-taiwan|formula-us-taiwan|meeting-2031-09-15-lakeford)\./;

async function sound(name, url, ways) {
  for (const [colorScheme, width] of ways) {
    const { context, view, faults } = await open(chromium, url, { colorScheme, viewport: { width, height: 900 } });
    assert.equal(await sideways(view), 0, `${name} ${width}: scrolls sideways`);
    assert.deepEqual(await crowded(view), [], `${name} ${width}: words over others`);
    assert.deepEqual(await axe(view), [], `${name} ${colorScheme} ${width}`);
    assert.deepEqual(faults, [], name);
    await context.close();
    checks += 1;
  }
}

const shown = (view) => view.$$eval("tr[data-row]", (rows) => rows.filter((r) => !r.hidden).map((r) => r.querySelector("th").textContent));

async function filters(url) {
  const { context, view, faults } = await open(chromium, url);
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
  const plain = await open(chromium, url, { javaScriptEnabled: false });
  assert.equal(await plain.view.locator("#filters").isVisible(), false);
  assert.equal((await plain.view.$$("tr[data-row]")).length, all.length);
  await plain.context.close();
  checks += 1;
}

/** What a drawing says to a screen reader, by the names in the accessibility tree, and to a pointer. */
async function drawings(map, topic) {
  for (const [url, words] of [
    [map, "Taiwan, 2031-02-01-call: 63% of the CN text; 49% of the US text"],
    [topic, "United States, 2031-02-01, 2031-02-01-call: 49% of the text"],
  ]) {
    const { context, view, faults } = await open(chromium, url);
    const cell = view.getByRole("img", { name: words, exact: true });
    assert.equal(await cell.count(), 1, words);
    await cell.scrollIntoViewIfNeeded();
    const { x, y, height } = await cell.boundingBox();
    const under = await view.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("g[role=img]")?.querySelector("title").textContent, [x + 4, y + height - 4]);
    assert.equal(under, words, "the pointer finds it");
    assert.deepEqual(faults, []);
    await context.close();
  }
  checks += 1;
}

const pages = site(temporary(), join("tests", "fixtures", "series"));
const ways = [["light", 1400], ["dark", 390], ["dark", 800], ["light", 390]];
for (const [name, url] of Object.entries(pages)) await sound(name, url, each.test(name) ? ways : ways.slice(1, 2));
await filters(pages["index.html"]);
await drawings(pages["map.html"], pages["topic-taiwan.html"]);

// Texts that try to be more than text, on every page that shows them.
const attacked = site(temporary(), dirname(hostile(temporary())));
for (const [name, url] of Object.entries(attacked)) {
  const { context, view, faults } = await open(chromium, url);
  for (const summary of await view.locator("summary").all()) await summary.click({ timeout: 2000 }).catch(() => {});
  assert.deepEqual(faults, [], `hostile ${name}`);
  assert.equal(await view.$$eval("img, iframe, main svg[onload], [onerror]", (all) => all.length), 0, name);
  await context.close();
  checks += 1;
}
for (const folder of named((path) => path.isDirectory())) {
  const more = site(temporary(), resolve(folder));
  for (const [name, url] of Object.entries(more)) await sound(name, url, ways.slice(0, 2));
  console.log(`${Object.keys(more).length} pages of the site of ${folder} hold, each light at 1400 and dark at 390 pixels`);
}

await chromium.close();
console.log(`${checks} checks of a site, all well`);

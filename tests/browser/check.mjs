// Holds the pages against a real browser: `npm ci && npm test` in this folder, after `cargo build`.
// READOUT names another program, CHROMIUM another browser; files named as arguments are further pages.
import assert from "node:assert/strict";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { axe, browser, crowded, fixtures, hostile, named, open, page, sideways, temporary } from "./browser.mjs";

const folder = temporary();
const chromium = await browser();
let checks = 0;

async function check(name, act) {
  try {
    await act();
    checks += 1;
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
}

/** The order of the columns of the first topic. */
const order = (view) => view.$$eval(".columns", (all) => [...all[0].children].map((c) => c.querySelector("h4").textContent));
/** All words of the page that are not controls, whatever their order. */
const words = (view) => view.$$eval("main section *", (all) => all.filter((e) => !e.children.length).map((e) => e.textContent).sort());
/** Presses Tab until an element has the focus. */
async function tabTo(view, selector) {
  for (let presses = 0; presses < 400; presses += 1) {
    await view.keyboard.press("Tab");
    if (await view.evaluate((s) => document.activeElement?.matches(s), selector)) return;
  }
  assert.fail(`${selector} is not reached by keyboard`);
}

async function sound(name, url) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1400, 390]) {
      await check(`${name} ${colorScheme} ${width}`, async () => {
        const { context, view, faults } = await open(chromium, url, { colorScheme, viewport: { width, height: 900 } });
        assert.equal(await sideways(view), 0, "scrolls sideways");
        assert.deepEqual(await crowded(view), [], "words over others");
        assert.deepEqual(await axe(view), []);
        await view.$$eval("details", (all) => all.forEach((d) => (d.open = true)));
        assert.deepEqual(await axe(view), [], "with evidence open");
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }
  await check(`${name} without script`, async () => {
    const { context, view, faults } = await open(chromium, url, { javaScriptEnabled: false });
    assert.equal(await view.locator("#tools").isVisible(), false);
    const why = view.locator("details.why").first();
    if (await why.count()) {
      await why.locator("summary").click();
      assert.equal(await why.locator("li").first().isVisible(), true);
    }
    for (const statement of await view.locator(".statements .words").all()) assert.equal(await statement.isVisible(), true);
    assert.deepEqual(faults, []);
    await context.close();
  });
  await check(`${name} on paper`, async () => {
    const { context, view } = await open(chromium, url, { viewport: { width: 700, height: 900 } });
    await view.emulateMedia({ media: "print" });
    const why = view.locator("details.why li").first();
    if (await why.count()) {
      assert.equal(await why.isVisible(), false, "evidence that is closed is not printed");
      await view.$$eval("details.why", (all) => all.forEach((one) => one.setAttribute("open", "")));
      assert.equal(await why.isVisible(), true, "open evidence is printed");
    }
    const tops = await view.$$eval(".columns", (all) => all.slice(0, 1).map((c) => [...c.children].map((d) => d.getBoundingClientRect().top)));
    if (tops.length) assert.equal(new Set(tops[0]).size, 1, "columns stand side by side");
    await context.close();
  });
}

async function controls(name, url) {
  await check(`${name} columns by keyboard`, async () => {
    const { context, view, faults } = await open(chromium, url);
    const [before, said] = [await order(view), await words(view)];
    await tabTo(view, "#swap");
    await view.keyboard.press("Enter");
    assert.equal(await view.getAttribute("#swap", "aria-pressed"), "true");
    assert.deepEqual(await order(view), [...before].reverse());
    const heads = await view.$$eval(".glance th.side", (all) => all.map((h) => h.textContent));
    assert.deepEqual(heads, [...before].reverse(), "the table follows");
    assert.deepEqual(await words(view), said, "no word changes");
    await view.keyboard.press("Space");
    assert.equal(await view.getAttribute("#swap", "aria-pressed"), "false");
    assert.deepEqual(await order(view), before);
    assert.deepEqual(faults, []);
    await context.close();
  });
  await check(`${name} evidence by keyboard and pointer`, async () => {
    const { context, view, faults } = await open(chromium, url);
    const evidence = view.locator("details.why ul").first();
    assert.equal(await evidence.isVisible(), false);
    await tabTo(view, "details.why > summary");
    assert.equal(await evidence.isVisible(), true, "on focus");
    await view.keyboard.press("Escape");
    assert.equal(await evidence.isVisible(), false, "Escape puts it away");
    await view.keyboard.press("Enter");
    assert.equal(await view.locator("details.why").first().getAttribute("open"), "", "opened");
    assert.equal(await evidence.isVisible(), true);
    await view.keyboard.press("Enter");
    await view.evaluate(() => document.activeElement.blur());
    await view.locator("details.why > summary").nth(1).hover();
    assert.equal(await view.locator("details.why ul").nth(1).isVisible(), true, "on hover");
    assert.deepEqual(faults, []);
    await context.close();
  });
  await check(`${name} evidence by touch`, async () => {
    const { context, view } = await open(chromium, url, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    await view.locator("details.why > summary").first().tap();
    assert.equal(await view.locator("details.why ul").first().isVisible(), true);
    await context.close();
  });
  await check(`${name} texts that can be hidden`, async () => {
    const { context, view } = await open(chromium, url);
    for (const kind of ["background", "version"]) {
      const button = view.locator(`#hide-${kind}`);
      if (!(await button.count())) continue;
      const text = view.locator(`.${kind}`).first();
      assert.equal(await text.isVisible(), true);
      await button.press("Enter");
      assert.equal(await text.isVisible(), false);
      const id = await view.locator(`.${kind} li[id]`).first().getAttribute("id");
      await view.evaluate((hash) => (location.hash = hash), id);
      await view.waitForFunction((k) => !document.documentElement.classList.contains(`hide-${k}`), kind);
      assert.equal(await text.isVisible(), true, "a link into it shows it");
      assert.equal(await button.getAttribute("aria-pressed"), "false");
    }
    await view.locator("#open-all").press("Space");
    assert.equal(await view.locator("details.why:not([open])").count(), 0);
    await context.close();
  });
}

for (const meeting of fixtures()) {
  const url = page(folder, meeting);
  await sound(basename(meeting), url);
  if (meeting.endsWith("marrowbay") || meeting.endsWith("three-sides")) await controls(basename(meeting), url);
}
for (const file of named((path) => path.isFile())) await sound(basename(file), pathToFileURL(resolve(file)).href);

await check("hostile", async () => {
  const url = page(folder, hostile(folder));
  const { context, view, faults } = await open(chromium, url);
  for (const button of await view.locator("button").all()) await button.click();
  for (const mark of (await view.locator("mark, bdi, summary").all()).slice(0, 40)) await mark.hover();
  assert.equal(await view.$$eval("a[href]", (all) => all.filter((a) => !a.getAttribute("href").startsWith("#")).length), 0);
  assert.equal(await view.$$eval("img, iframe, script, style", (all) => all.length), 2, "one style, one script");
  await view.waitForTimeout(200);
  assert.deepEqual(faults, []);
  assert.deepEqual(await axe(view), []);
  await context.close();
});

await chromium.close();
console.log(`${checks} checks of pages that stand alone, all well`);

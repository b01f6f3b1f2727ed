// Pictures of a page to look at: `node look.mjs FILE.html OUT`, at three widths, light and dark, and as printed.
import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { browser } from "./browser.mjs";

const [file, out = "pictures"] = process.argv.slice(2);
if (!file) throw new Error("usage: node look.mjs FILE.html [OUT]");
mkdirSync(out, { recursive: true });
const chromium = await browser();
const name = basename(file, ".html");
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1400, 800, 390]) {
    const page = await chromium.newPage({ viewport: { width, height: 1000 }, colorScheme });
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.screenshot({ path: join(out, `${name}-${colorScheme}-${width}.png`), fullPage: true });
    await page.close();
  }
}
const page = await chromium.newPage({ viewport: { width: 1000, height: 1000 } });
await page.goto(pathToFileURL(resolve(file)).href);
await page.pdf({ path: join(out, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
await chromium.close();

// beside.mjs BROWSER URL: loads the URL with puppeteer-core and prints the HAR that chrome-har makes of the browser's events.
// The packages are looked for in the working folder.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: puppeteer } = await load("puppeteer-core");
const { harFromMessages } = await load("chrome-har");
const [browserPath, url] = process.argv.slice(2);

const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: true,
  defaultViewport: { width: 1440, height: 900 },
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-pings"],
});
try {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const messages = [];
  for (const event of [
    "Page.loadEventFired", "Page.domContentEventFired", "Page.frameStartedLoading", "Page.frameAttached", "Page.frameScheduledNavigation",
    "Network.requestWillBeSent", "Network.requestWillBeSentExtraInfo", "Network.requestServedFromCache", "Network.dataReceived",
    "Network.responseReceived", "Network.responseReceivedExtraInfo", "Network.resourceChangedPriority", "Network.loadingFinished", "Network.loadingFailed",
  ]) {
    session.on(event, (params) => messages.push({ method: event, params }));
  }
  await session.send("Page.enable");
  await session.send("Network.enable");
  await page.goto(url, { waitUntil: "networkidle0", timeout: 60000 });
  process.stdout.write(JSON.stringify(harFromMessages(messages)));
} finally {
  await browser.close();
}

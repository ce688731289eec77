// Opens HTML reports in Chromium, with scripts on and off, light and dark, and says what they did:
//   node report.js CHROMIUM FILE...
// Prints one JSON object: {"views": [{"file", "scheme", "scripts", "errors", "requests",
// "violations", "title"}]}. The browser speaks to nobody: every name is unknown to it.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { pathToFileURL } = require('node:url');

const [browser, ...files] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'report-browser-'));
const child = spawn(
  browser,
  [
    '--headless=new', '--remote-debugging-pipe', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-gpu',
    '--host-resolver-rules=MAP * ~NOTFOUND', `--user-data-dir=${profile}`,
    ...(process.getuid && process.getuid() === 0 ? ['--no-sandbox'] : []), 'about:blank',
  ],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

let next = 0;
let buffer = '';
const waiting = new Map();
const listeners = new Set();

child.stdio[4].setEncoding('utf8');
child.stdio[4].on('data', (text) => {
  buffer += text;
  for (let end = buffer.indexOf('\0'); end >= 0; end = buffer.indexOf('\0')) {
    const message = JSON.parse(buffer.slice(0, end));
    buffer = buffer.slice(end + 1);
    const answer = waiting.get(message.id);
    if (answer) {
      waiting.delete(message.id);
      message.error ? answer.reject(new Error(message.error.message)) : answer.resolve(message.result);
    } else {
      listeners.forEach((listener) => listener(message));
    }
  }
});

function send(method, params = {}, sessionId) {
  const id = ++next;
  child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function once(sessionId, method) {
  return new Promise((resolve) => {
    const listener = (message) => {
      if (message.sessionId === sessionId && message.method === method) {
        listeners.delete(listener);
        resolve(message.params);
      }
    };
    listeners.add(listener);
  });
}

async function view(file, scheme, scripts) {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const call = (method, params) => send(method, params, sessionId);
  const errors = [];
  const requests = [];
  const listener = ({ sessionId: from, method, params }) => {
    if (from !== sessionId) return;
    if (method === 'Log.entryAdded') errors.push(params.entry.text);
    if (method === 'Runtime.consoleAPICalled') errors.push('console: ' + JSON.stringify(params.args));
    if (method === 'Runtime.exceptionThrown') errors.push('exception: ' + params.exceptionDetails.text);
    if (method === 'Audits.issueAdded') errors.push('issue: ' + params.issue.code);
    if (method === 'Page.javascriptDialogOpening') errors.push('dialog: ' + params.message);
    if (method === 'Network.requestWillBeSent') requests.push(params.request.url);
  };
  listeners.add(listener);
  for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'Audits']) {
    await call(domain + '.enable');
  }
  await call('Emulation.setDeviceMetricsOverride',
    { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  await call('Emulation.setEmulatedMedia',
    { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  await call('Emulation.setScriptExecutionDisabled', { value: !scripts });
  const loaded = once(sessionId, 'Page.loadEventFired');
  await call('Page.navigate', { url: pathToFileURL(file).href });
  await loaded;
  const made = { file, scheme, scripts, errors, requests };
  made.title = (await call('Runtime.evaluate', { expression: 'document.title' })).result.value;
  if (scripts) {
    await call('Runtime.evaluate', { expression: axe });
    const found = await call('Runtime.evaluate', {
      expression: `axe.run().then((result) => JSON.stringify(result.violations.map(
        (each) => each.id + ': ' + each.nodes.slice(0, 3).map((node) => node.html).join(' | '))))`,
      awaitPromise: true, returnByValue: true });
    made.violations = JSON.parse(found.result.value);
  }
  listeners.delete(listener);
  await send('Target.closeTarget', { targetId });
  return made;
}

(async () => {
  try {
    const views = [];
    for (const file of files) {
      for (const scheme of ['light', 'dark']) {
        views.push(await view(file, scheme, true), await view(file, scheme, false));
      }
    }
    console.log(JSON.stringify({ views }));
  } catch (fault) {
    console.error(fault);
    process.exitCode = 1;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    send('Browser.close').catch(() => {});
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    await ended;
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
})();

/* Runs Ace by DAISY on EPUBs and writes its reports as one JSON list. Its own command line needs
   Electron; this uses the Chromium that PUPPETEER_EXECUTABLE_PATH names. Ace prints reports, so the
   list goes into the file that the first argument names. */
"use strict";
const fs = require("fs"), [out, ...books] = process.argv.slice(2);
function fetched(name) { return require(require.resolve(name, { paths: [process.env.PORTAL_NPM] })); }
const ace = fetched("@daisy/ace-core"), runner = fetched("@daisy/ace-axe-runner-puppeteer");

(async function () {
  const reports = [];
  for (const book of books) {
    const [, report] = await ace(book, { cwd: process.cwd(), silent: true, initLogger: true, lang: "en" }, runner);
    reports.push(report);
  }
  fs.writeFileSync(out, JSON.stringify(reports));
})().catch(function (error) {
  console.error(String(error));
  process.exit(2);
});

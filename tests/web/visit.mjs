// What the tests of a file share: a site, its server, a browser; and the visits they make.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as web from "./browser.mjs";

const SHOTS = process.env.SPINESTACK_SHOTS; // a folder for pictures to look at

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
  locale: "nl-NL",
};

// Site, server and browser, there while the tests run; `extra` are further pages.
export function staged(extra = {}) {
  const stage = {};
  before(async () => {
    stage.site = web.build();
    stage.server = await web.serve(stage.site.out, { extra });
    stage.browser = await web.launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
    stage.site?.remove();
  });
  return stage;
}

// A test that is a visit, in which nothing may go wrong unnoticed. `chromium` says why it can not
// be driven in Firefox; the rest is what the visitor has.
export function visit(stage, name, use, { chromium, ...options } = {}) {
  test(name, { skip: web.FIREFOX && chromium }, async () => {
    const guest = await web.visitor(stage.browser, stage.server.origin, options);
    try {
      await use(guest.page, guest);
      assert.deepEqual(guest.troubles, []);
      if (SHOTS) {
        await guest.page.screenshot({ path: join(SHOTS, `${name.replaceAll(/\W+/g, "-")}.png`) });
      }
    } finally {
      await guest.context.close();
    }
  });
}

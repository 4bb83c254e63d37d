// Acts on a page with keys alone, as one who has no mouse: reach by Tab, type, choose by arrows.

// Presses Tab (or Shift+Tab when it is behind) until the element of the selector has the focus.
export const tabTo = async (page, selector, most = 200) => {
  const has = () => page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);
  const behind = await page.evaluate((s) => {
    const wanted = document.querySelector(s);
    if (!wanted) throw new Error(`pas de ${s} dans la page`);
    return Boolean(document.activeElement && document.activeElement !== document.body &&
      document.activeElement.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING);
  }, selector);
  for (let i = 0; i < most; ++i) {
    if (await has()) return;
    await page.keyboard.press(behind ? "Shift+Tab" : "Tab");
  }
  throw new Error(`${selector} ne s’atteint pas au clavier`);
};

// Replaces what a field holds.
export const typeInto = async (page, selector, text) => {
  await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
};

// Sends the form by a key and waits for the page it leads to.
export const send = async (page, key) => {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
};

// Goes down (or up) a list to the option of that value.
export const chooseByKeyboard = async (page, selector, value) => {
  await tabTo(page, selector);
  const steps = await page.evaluate(([s, v]) => {
    const list = document.querySelector(s);
    const at = [...list.options].findIndex((option) => option.value === v);
    if (at < 0) throw new Error(`pas de choix ${v} dans ${s}`);
    return at - list.selectedIndex;
  }, [selector, value]);
  for (let i = 0; i < Math.abs(steps); ++i) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
};

// One line over the picture, for what is the page's business and not the program's.

// Says something that stays until it is put away; with `action` it can be done at once.
export function ask(text, label, action) {
  const notice = document.getElementById("notice");
  const button = (content, use) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: content });
    made.addEventListener("click", () => {
      notice.hidden = true;
      document.getElementById("canvas").focus();
      use?.();
    });
    return made;
  };
  const line = Object.assign(document.createElement("span"), { textContent: text });
  const buttons = action ? [button(label, action)] : [];
  notice.replaceChildren(line, ...buttons, button(window.first.words.put_away));
  notice.hidden = false;
}

export const say = (text) => ask(text);

// Keys for those who read all day: / j k c ?. They are never taken from a field, nor with Ctrl, Alt
// or Meta, and whoever does not want them turns them off: it is kept in this browser.

const KEPT = "verbatim-keys";
const OFF = "off";
const dialog = document.getElementById("shortcuts");
const said = document.getElementById("shortcuts-said");
const on = document.getElementById("shortcuts-on");
const opener = document.getElementById("shortcuts-open");

// Storage may be forbidden: then the keys are on, and the switch holds for this page.
const keeping = {
  read() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  },
  write(value) {
    try {
      localStorage.setItem(KEPT, value);
    } catch {
      // Nothing is lost but the wish.
    }
  },
};

const say = (words) => {
  said.textContent = "";
  requestAnimationFrame(() => (said.textContent = words));
};

// Rows of a list are steps too, where it has no cards.
const CARD = ".card, [data-row]";
const cards = () => [...document.querySelectorAll(CARD)];
const linkOf = (card) => card.querySelector("[data-main-link], .card__title a, .card__link a, a");
const cardAt = () => document.activeElement?.closest(CARD);

function search() {
  const box = document.querySelector("main input[type=search], [data-search]");
  if (box) box.select();
  else location.assign("/statements/");
  box?.focus();
}

// In a list to the card after or before the one that has the focus; else along the document.
function step(by) {
  const all = cards();
  if (all.length === 0) {
    document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
    return;
  }
  const at = all.indexOf(cardAt());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (!next) return say(by > 0 ? "This is the last one on the page." : "This is the first one.");
  next.scrollIntoView({ block: "nearest" });
  linkOf(next)?.focus();
}

async function copy() {
  const address = (cardAt() ?? document).querySelector("[data-citation]")?.dataset.citation;
  if (!address) return say("There is no quotation here to copy: go to one with j.");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/plain" } });
    if (!answer.ok) throw new Error(answer.statusText);
    await navigator.clipboard.writeText(await answer.text());
    say("The quotation is copied, with its citation.");
  } catch {
    say("The quotation could not be copied.");
  }
}

const ACTIONS = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  c: copy,
  "?": () => dialog.showModal(),
};

const isField = ({ target }) =>
  target.isContentEditable || target.closest("input, select, textarea, [role=textbox], dialog[open]");

document.addEventListener("keydown", (event) => {
  if (keeping.read() === OFF || !on.checked || event.defaultPrevented) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isField(event)) return;
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

on.checked = keeping.read() !== OFF;
on.addEventListener("change", () => {
  keeping.write(on.checked ? "on" : OFF);
  say(on.checked ? "The keys are on." : "The keys are off.");
});
opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());

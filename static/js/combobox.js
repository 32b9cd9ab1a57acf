// Names that may be meant, below a text field that has `data-suggest`: the ARIA combobox with a
// list. Without this script the field takes a name as it is typed.

const WAIT = 150; // ms after the last key
const instances = new WeakMap();
let number = 0;

document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.("input[data-suggest]") && !instances.has(target)) {
    instances.set(target, new Combobox(target));
  }
});

class Combobox {
  constructor(field) {
    this.field = field;
    this.list = document.createElement("ul");
    this.status = document.createElement("span");
    this.active = -1;
    this.asked = 0;
    this.#build();
    field.addEventListener("input", () => this.#typed());
    field.addEventListener("keydown", (event) => this.#pressed(event));
    field.addEventListener("blur", () => this.#close());
  }

  #build() {
    this.list.id = `suggestions-${++number}`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.field.getAttribute("aria-label") ?? "Suggestions");
    this.list.hidden = true;
    this.status.className = "hidden";
    this.status.setAttribute("role", "status");
    this.field.setAttribute("role", "combobox");
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-expanded", "false");
    this.field.after(this.list, this.status);
    // The field keeps the focus while somebody points at the list.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) this.#choose(option);
    });
  }

  #typed() {
    clearTimeout(this.timer);
    const typed = this.field.value.trim();
    if (!typed) return this.#close();
    this.timer = setTimeout(() => this.#ask(typed), WAIT);
  }

  async #ask(typed) {
    const asked = ++this.asked;
    const address = `${this.field.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      const items = answer.ok ? (await answer.json()).items : [];
      // An answer that a later one has overtaken is of no use.
      if (asked === this.asked && document.activeElement === this.field) this.#show(items);
    } catch {
      // Without the server's help the field still takes a name.
      this.#close();
    }
  }

  #show(items) {
    this.active = -1;
    this.list.replaceChildren(...items.map((item, place) => this.#option(item, place)));
    this.#open(items.length > 0);
    const many = items.length === 1 ? "1 suggestion" : `${items.length} suggestions`;
    this.status.textContent = items.length ? `${many}; choose with the arrow keys.` : "No suggestions.";
  }

  #option({ value, label, detail }, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.dataset.value = value;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = label;
    option.append(name);
    if (detail) {
      const more = document.createElement("span");
      more.className = "suggestions__detail";
      more.textContent = detail;
      option.append(" ", more);
    }
    return option;
  }

  #pressed(event) {
    if (this.list.hidden) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) this.#move(moves[event.key]);
    else if (event.key === "Escape") this.#close();
    else if (event.key === "Enter" && this.active >= 0) this.#choose(this.list.children[this.active]);
    else return;
    event.preventDefault();
  }

  #move(step) {
    const options = [...this.list.children];
    const places = options.length + 1; // the field itself is one of them
    this.active = ((this.active + 1 + step + places) % places) - 1;
    options.forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.active));
    });
    const chosen = options[this.active];
    if (chosen) {
      this.field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  #choose(option) {
    this.field.value = option.dataset.value;
    this.#close();
    this.field.form?.requestSubmit();
  }

  #open(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
  }

  #close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
    this.#open(false);
  }
}

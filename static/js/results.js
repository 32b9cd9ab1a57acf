// A search is sent as soon as a value is ticked, and without the fields that are empty, so that
// its address says what is asked. The page's content is replaced; what the reader had opened, had
// focused, and should hear of it outlives that.

const BOX = ".filters__box";
const CHIPS = ".chip__remove";
const announced = document.createElement("p");
announced.className = "hidden";
announced.setAttribute("role", "status");
const HEADING = ".results-head__count, #error-summary-title";
let wasOpen = false;
let focused = null;
// The text fields of the form by their ids, as they were when the search was sent.
let sent = new Map();
let typed = null;

document.addEventListener("DOMContentLoaded", () => document.body.append(announced));

document.addEventListener("change", ({ target }) => {
  if (target.matches("form.filters [type=checkbox]")) target.form.requestSubmit();
});

document.addEventListener("htmx:configRequest", ({ detail: { formData } }) => {
  for (const name of new Set(formData.keys())) {
    // A text field may have the name of the values that are ticked above it.
    const given = formData.getAll(name).filter((value) => value !== "");
    formData.delete(name);
    for (const value of given) formData.append(name, value);
  }
});

document.addEventListener("htmx:beforeRequest", () => {
  document.body.classList.add("is-loading");
  const fields = document.forms.filters?.elements ?? [];
  sent = new Map(Array.from(fields, ({ id, value }) => [id, value]));
});
document.addEventListener("htmx:afterRequest", () => document.body.classList.remove("is-loading"));

// What is typed while an answer is on its way is not in the answer, and is not lost.
function typedMeanwhile(field) {
  const isText = field?.matches("[type=search], [type=text]") && sent.has(field.id);
  if (!isText || field.value === sent.get(field.id)) return null;
  return [field.value, field.selectionStart, field.selectionEnd];
}

// What tells the element again that has the focus; nothing where that is outside of what is swapped.
function placeOf(element) {
  if (!element?.closest("#main")) return null;
  const chip = [...document.querySelectorAll(CHIPS)].indexOf(element);
  return { id: element.id, name: element.name, address: element.getAttribute("href"), chip };
}

// Gives the same element, else the chip that has moved up to the place of one that is taken away,
// or the filter whose value is there no more, else the heading of the results: without any of them
// a keyboard would begin at the top of the page again.
function elementAt({ id, name, address, chip }) {
  const chips = document.querySelectorAll(CHIPS);
  const links = [...document.querySelectorAll("#main a")];
  return (
    (id && document.getElementById(id)) ||
    (name && document.getElementById(`field-${name}`)) ||
    (chip >= 0 && (chips[chip] ?? chips[chips.length - 1])) ||
    (chip < 0 && address && links.find((link) => link.getAttribute("href") === address)) ||
    document.querySelector(HEADING)
  );
}

document.addEventListener("htmx:beforeSwap", () => {
  wasOpen = document.querySelector(BOX)?.open ?? false;
  focused = placeOf(document.activeElement);
  typed = typedMeanwhile(document.activeElement);
});

function keepOpen() {
  const box = document.querySelector(BOX);
  if (box && wasOpen) box.open = true;
}

// At once behind the swap: the next key has to find its field.
document.addEventListener("htmx:afterSwap", () => {
  // Nothing in a closed box can have the focus.
  keepOpen();
  const element = focused && elementAt(focused);
  const isOther = element?.matches(HEADING) && element.id !== focused.id;
  element?.focus({ preventScroll: !isOther });
  if (typed && element?.matches("input")) {
    [element.value, element.selectionStart, element.selectionEnd] = typed;
  }
  focused = typed = null;
});

// Settling sets the attributes of the box as the answer has them.
document.addEventListener("htmx:afterSettle", () => {
  keepOpen();
  announced.textContent = document.querySelector(".results-head__count")?.textContent ?? "";
});

// What cannot be shown in place is shown as a page of its own, with the reason.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, ({ detail }) => {
    location.assign(detail.pathInfo.finalRequestPath ?? detail.pathInfo.requestPath);
  });
}

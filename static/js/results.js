// A search is sent as soon as a value is ticked, and without the fields that are empty, so that
// its address says what is asked. The page's content is replaced; what the reader had opened, had
// focused, and should hear of it outlives that.

const BOX = ".filters__box";
const announced = document.createElement("p");
announced.className = "hidden";
announced.setAttribute("role", "status");
let wasOpen = false;
let focused = "";
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

document.addEventListener("htmx:beforeSwap", () => {
  wasOpen = document.querySelector(BOX)?.open ?? false;
  focused = document.activeElement?.id ?? "";
  typed = typedMeanwhile(document.activeElement);
});

// At once behind the swap: the next key has to find its field.
document.addEventListener("htmx:afterSwap", () => {
  const field = focused ? document.getElementById(focused) : null;
  field?.focus({ preventScroll: true });
  if (field && typed) [field.value, field.selectionStart, field.selectionEnd] = typed;
  typed = null;
});

// Settling sets the attributes of the box as the answer has them.
document.addEventListener("htmx:afterSettle", () => {
  const box = document.querySelector(BOX);
  if (box && wasOpen) box.open = true;
  announced.textContent = document.querySelector(".results-head__count")?.textContent ?? "";
});

// What cannot be shown in place is shown as a page of its own, with the reason.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, ({ detail }) => {
    location.assign(detail.pathInfo.finalRequestPath ?? detail.pathInfo.requestPath);
  });
}

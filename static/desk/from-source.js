// A passage that is selected in the shown copy becomes a statement; positions are sent in Unicode
// code points. The page stays where it is: what changes comes from the server, as it would without
// this script. What is typed is kept in this window until it is saved, so that Back, a reload or a
// lost connection loses nothing.

const form = document.getElementById("from-source");
const said = document.getElementById("from-source-said");
const KEPT = "from-source";
const SENT = "from-source-sent";
const PARTS = ["#copy", "#rows"];

const codePoints = (text) => [...text].length;

// Gives the selection in the copy as text, start and end; null where nothing in it is selected.
function selected() {
  const copy = document.getElementById("copy");
  const selection = getSelection();
  if (!copy || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!copy.contains(range.startContainer) || !copy.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(copy, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = codePoints(before.toString());
  const text = range.toString();
  return { text, start, end: start + codePoints(text) };
}

// Sends the form as a button would, and gives the page that answers; null where it cannot be had.
async function answer(button, value = "1") {
  const data = new FormData(form);
  data.append(button, value);
  try {
    const response = await fetch(location.href, { method: "POST", body: data });
    return response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return null;
  }
}

// Puts a part of the answer in place of the same part of this page.
function replace(part, page) {
  const old = document.querySelector(part);
  const fresh = document.importNode(page.querySelector(part), true);
  const scrolled = old.scrollTop;
  old.replaceWith(fresh);
  fresh.scrollTop = scrolled;
  // The admin's own scripts make the choices in it work.
  fresh.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
}

async function press(button, value, done) {
  form.setAttribute("aria-busy", "true");
  const page = await answer(button, value);
  form.removeAttribute("aria-busy");
  // Signed out, or no connection: send it as the browser does, which says what is the matter.
  if (!page || !page.querySelector("#rows")) return void form.requestSubmit(buttonOf(button, value));
  for (const part of PARTS) replace(part, page);
  for (const name of ["passage", "passage_start", "passage_end"]) form.elements[name].value = "";
  said.textContent = done();
  keep();
}

function buttonOf(name, value) {
  return form.querySelector(`button[name="${name}"][value="${value}"]`);
}

function make() {
  const passage = selected();
  if (passage) {
    form.elements.passage.value = passage.text;
    form.elements.passage_start.value = passage.start;
    form.elements.passage_end.value = passage.end;
  }
  if (!form.elements.passage.value.trim()) {
    said.textContent = "Select a passage first, or type it.";
    form.elements.passage.focus();
    return;
  }
  getSelection().removeAllRanges();
  press("_passage", "1", () => {
    const rows = document.querySelectorAll(".passage-row");
    rows[rows.length - 1]?.scrollIntoView({ block: "nearest" });
    return `Statement ${rows.length} is made.`;
  });
}

// The office of whoever is chosen as speaker, on the day that is given.
async function refreshOffices() {
  const page = await answer("_offices");
  for (const fresh of page ? page.querySelectorAll("[id$=office]") : []) {
    const shown = document.getElementById(fresh.id);
    if (shown) shown.textContent = fresh.textContent;
  }
}

// What is typed, without what belongs to one answer alone.
function typed() {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

function keep() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(typed()));
  } catch {
    // A text that is too long for it is kept by the browser's own means alone.
  }
}

// Offers what was typed in this window before, where this page is not the answer to it.
function offerKept() {
  const answered = sessionStorage.getItem(SENT) && form.elements["source-text"].value.trim();
  sessionStorage.removeItem(SENT);
  if (answered) return keep();
  const kept = sessionStorage.getItem(KEPT);
  if (!kept || kept === JSON.stringify(typed())) return;
  const offer = document.getElementById("from-source-kept");
  offer.hidden = false;
  offer.querySelector("[data-take-up]").addEventListener("click", () => takeUp(JSON.parse(kept)));
  offer.querySelector("[data-forget]").addEventListener("click", () => {
    sessionStorage.removeItem(KEPT);
    offer.hidden = true;
  });
}

function takeUp(fields) {
  const sent = document.createElement("form");
  sent.method = "post";
  const token = form.elements.csrfmiddlewaretoken.value;
  for (const [name, value] of [...fields, ["csrfmiddlewaretoken", token], ["_offices", "1"]]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  sent.hidden = true;
  document.body.append(sent);
  sent.submit();
}

if (form) {
  for (const how of form.querySelectorAll(".passages__how")) how.hidden = false;
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.name === "_passage") {
      event.preventDefault();
      make();
    } else if (button?.name === "_drop") {
      event.preventDefault();
      press("_drop", button.value, () => `Statement ${Number(button.value) + 1} is left out.`);
    }
  });
  // A selection is lost when a button takes the focus.
  form.addEventListener("mousedown", (event) => {
    if (event.target.id === "make-statement") event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const free = event.target === document.body || event.target.id === "copy";
    if (event.key === "Enter" && free && selected()) {
      event.preventDefault();
      make();
    }
  });
  form.addEventListener("input", (event) => {
    if (event.target.id === "id_source-text") {
      for (const note of form.querySelectorAll(".passages__stale")) note.hidden = false;
    }
    if (event.target.name === "passage") {
      form.elements.passage_start.value = form.elements.passage_end.value = "";
    }
    keep();
  });
  // The choices of the admin tell jQuery alone that they changed.
  django.jQuery(form).on("change", (event) => {
    keep();
    if (/^said-\d+-(speaker|date)$/.test(event.target.name)) refreshOffices();
  });
  form.addEventListener("submit", () => {
    keep();
    try {
      sessionStorage.setItem(SENT, "1");
    } catch {
      // Then what was kept is offered once more than needed.
    }
  });
  offerKept();
  const source = form.elements["source-text"];
  if (!source.value) source.focus();
}

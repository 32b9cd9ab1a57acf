// Beside each form of a citation a button that copies it. Without this script, or where a browser
// lets no page copy, the text is there to be selected.

const said = document.querySelector(".cite__said");

async function copy(field) {
  const name = field.dataset.copies;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = `${name}: copied.`;
  } catch {
    said.textContent = `${name}: selected, but not copied. Copy it with your browser.`;
  }
}

function buttonFor(field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite__copy";
  button.append("Copy");
  const what = document.createElement("span");
  what.className = "hidden";
  what.textContent = ` ${field.dataset.copies}`;
  button.append(what);
  button.addEventListener("click", () => copy(field));
  return button;
}

for (const field of document.querySelectorAll("textarea[data-copies]")) {
  field.before(buttonFor(field));
}

// The rows of a list come first, and the numbers when they are counted: see `_counts_later`.
document.cookie = "counts=later; path=/; SameSite=Lax";

// A search is sent as soon as a value is ticked, and without the fields that are empty, so that
// its address says what is asked.

document.addEventListener("change", ({ target }) => {
  if (target.matches("form.filters [type=checkbox]")) target.form.requestSubmit();
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData]) {
    if (value === "") detail.formData.delete(name);
  }
});

document.addEventListener("htmx:beforeRequest", () => {
  document.body.classList.add("is-loading");
});

document.addEventListener("htmx:afterRequest", () => {
  document.body.classList.remove("is-loading");
});

// The rows of a list come first, and the numbers when they are counted: see `_counts_later`.
document.cookie = "counts=later; path=/; SameSite=Lax";

// A search is sent as soon as a value is ticked, and without the fields that are empty, so that
// its address says what is asked.

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
});

document.addEventListener("htmx:afterRequest", () => {
  document.body.classList.remove("is-loading");
});

// What was entered is saved: the page of the source has nothing to offer again.
sessionStorage.removeItem("from-source");

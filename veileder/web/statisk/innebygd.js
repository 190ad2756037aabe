// Runs before the page's other scripts. A link, or the site that the chat is embedded in, may name a kommune and a language:
// they are taken when nothing is chosen here before. Escape in a frame closes the dialog around it.
(() => {
  "use strict";
  const sporring = new URLSearchParams(location.search);
  for (const navn of ["kommune", "sprak"]) {
    const verdi = sporring.get(navn) || "";
    try {
      if (/^[a-z-]{2,40}$/.test(verdi) && verdi !== "nb" && !localStorage.getItem("veileder-" + navn)) localStorage.setItem("veileder-" + navn, verdi);
    } catch (e) { /* storage is closed */ }
  }
  const rundt = window.parent;
  if (rundt === window) return;
  const OPPTATT = 'dialog[open], [role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"]#v-meny';
  window.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !e.isComposing && !document.querySelector(OPPTATT)) rundt.postMessage({ veileder: "lukk" }, "*");
  }, true);
})();

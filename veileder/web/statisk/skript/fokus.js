// Who goes by keyboard keeps the place: focus comes back when a button that was off while it worked is on again,
// and when «Om tjenesten», whose own button is hidden, is closed.
let sist = null, tapt = null, utenfor = null, apen = false;

function borte() { return !document.activeElement || document.activeElement === document.body; }
function tilbake(el) { if (el && el.isConnected && borte()) el.focus({ preventScroll: true }); }

export function holdFokus() {
  document.addEventListener("focusin", (e) => {
    sist = e.target;
    tapt = null;
    if (!sist.closest('[role="dialog"]')) utenfor = sist;
  });
  new MutationObserver((endringer) => endringer.forEach((e) => {
    if (e.target === sist && sist.disabled) tapt = sist;
    else if (e.target === tapt && !tapt.disabled) tilbake(tapt);
  })).observe(document.getElementById("root"), { attributes: true, attributeFilter: ["disabled"], subtree: true });
  new MutationObserver(() => {
    const na = !!document.querySelector('body > [role="dialog"]');
    if (apen && !na) setTimeout(() => tilbake(utenfor)); // after the library has tried
    apen = na;
  }).observe(document.body, { childList: true });
}

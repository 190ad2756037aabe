// Keyboard shortcuts for review. Without this file everything works; a switch on the page turns them off (WCAG 2.1.4).
"use strict";
(() => {
  const boks = document.querySelector("[data-hurtig]");
  if (!boks) return;
  const NOKKEL = "veileder-hurtigtaster";
  const lager = { les: () => { try { return localStorage.getItem(NOKKEL) !== "av"; } catch { return true; } },
    skriv: (paa) => { try { localStorage.setItem(NOKKEL, paa ? "paa" : "av"); } catch { /* not kept */ } } };
  let paa = lager.les();
  const bryter = document.createElement("button");
  const vis = () => { bryter.textContent = paa ? boks.dataset.av : boks.dataset.paa; };
  bryter.type = "button";
  bryter.className = "omriss";
  bryter.addEventListener("click", () => { paa = !paa; lager.skriv(paa); vis(); });
  vis();
  boks.append(bryter);
  boks.hidden = false;

  const rader = [...document.querySelectorAll(".ko h2 a")];
  const flytt = (steg) => {
    const her = rader.indexOf(document.activeElement);
    const neste = rader[her < 0 ? 0 : Math.min(Math.max(her + steg, 0), rader.length - 1)];
    if (neste) neste.focus();
  };
  const dommer = { r: "riktig", d: "delvis", f: "feil", o: "burde_overlevert", s: "burde_svart" };
  const skjema = document.getElementById("_vurdering");
  const trykk = (verdi) => { const knapp = skjema.querySelector(`button[value="${verdi}"]`); if (knapp) skjema.requestSubmit(knapp); };

  document.addEventListener("keydown", (e) => {
    if (!paa || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.repeat) return;
    if (e.target.closest("input:not([type=radio]), textarea, select, [contenteditable]")) return;
    const tast = e.key.toLowerCase();
    const lenke = document.querySelector(`[data-hopp="${CSS.escape(tast)}"]`);
    if (boks.dataset.hurtig === "ko" && (tast === "j" || tast === "k")) flytt(tast === "j" ? 1 : -1);
    else if (lenke) lenke.click();
    else if (skjema && dommer[tast]) {
      const valg = skjema.querySelector(`input[name="dom"][value="${dommer[tast]}"]`);
      valg.checked = true;
      valg.focus();
    } else if (skjema && tast === "l") trykk("lagre");
    else if (skjema && tast === "n") trykk("neste");
    else return;
    e.preventDefault();
  });
})();

// What the page's other scripts share. Texts come from /side.json; no script holds any.
export const rot = import.meta.url.replace(/\/chat\/public\/.*$/, "");
export const side = { tekster: {}, sprak: "nb", kommuner: [], eksempler: {} };

// What is chosen lasts to the next visit, in this browser only; what is being written lasts as long as the tab.
function lager(hvor) {
  return {
    hent(navn) { try { return hvor().getItem("veileder-" + navn) || ""; } catch (e) { return ""; } },
    lagre(navn, verdi) {
      try { if (verdi) hvor().setItem("veileder-" + navn, verdi); else hvor().removeItem("veileder-" + navn); } catch (e) { /* storage is closed */ }
    },
  };
}
export const nettleser = lager(() => localStorage);
export const fane = lager(() => sessionStorage);

export function lag(navn, egenskaper, barn) {
  const el = document.createElement(navn);
  Object.entries(egenskaper || {}).forEach(([k, v]) => el.setAttribute(k, v));
  el.append(...(barn || []));
  return el;
}

export function knapp(klasse, innhold, handling) {
  const b = lag("button", { type: "button", class: "v-knapp " + klasse }, innhold);
  b.addEventListener("click", handling);
  return b;
}

export function klikk(id) { const el = document.getElementById(id); if (el) el.click(); }

export function tilServer(data) { window.postMessage(Object.assign({ til: "veileder" }, data), window.location.origin); }

export function iSamtale() { return !!document.querySelector(".step"); }

export function rolig() { return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"; }

// A short message that is seen at the bottom and read out; it goes away by itself.
let ventetid;
export function meld(tekst) {
  let boks = document.getElementById("v-melding");
  if (!boks) { boks = lag("div", { id: "v-melding", role: "status" }); document.body.append(boks); }
  (document.querySelector("dialog[open]") || document.body).append(boks);
  clearTimeout(ventetid);
  boks.textContent = tekst;
  ventetid = setTimeout(() => { boks.textContent = ""; }, 6000);
}

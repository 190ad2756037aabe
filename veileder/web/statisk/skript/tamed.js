// Taking an answer along: copied with its sources, or printed with those that are open. Nothing is asked of the server.
import { meld, rot, side } from "./felles.js";

const kopier = new Map(); // id of an answer -> its text with sources, as the server sent it with the answer

export function husk(nye) { Object.entries(nye).forEach(([id, tekst]) => kopier.set(id, tekst)); }

export function kopier_tekst(tekst) {
  const gammel = () => {
    const felt = document.createElement("textarea");
    felt.value = tekst;
    (document.querySelector("dialog[open]") || document.body).append(felt);
    felt.select();
    const gikk = document.execCommand("copy");
    felt.remove();
    return gikk ? Promise.resolve() : Promise.reject(new Error("copy"));
  };
  const ny = navigator.clipboard ? navigator.clipboard.writeText(tekst).catch(gammel) : gammel();
  return ny.then(() => meld(side.tekster.kopiert), () => meld(side.tekster.kopi_feilet));
}

// The question, the answer and its sources, up to the row that was clicked; what is not open is not printed.
function skrivUt(knapp) {
  const html = document.documentElement;
  let rad = knapp.closest(".step");
  const deler = [];
  while ((rad = rad.previousElementSibling)) {
    if (rad.querySelector('[id^="step-rad-"]')) { if (deler.length) break; continue; } // an earlier answer's buttons, or this one's
    deler.unshift(rad);
    if (rad.dataset.stepType === "user_message") break;
  }
  deler.forEach((el) => el.classList.add("v-skriv"));
  html.classList.add("v-skriver");
  addEventListener("afterprint", () => {
    html.classList.remove("v-skriver");
    deler.forEach((el) => el.classList.remove("v-skriv"));
  }, { once: true });
  window.print();
}

function trykk(e) {
  const knapp = e.target.closest && e.target.closest('button[id^="kopier-"], button[id^="skriv-"]');
  if (!knapp) return;
  e.preventDefault();
  e.stopPropagation(); // the library would tell the server
  if (knapp.id.startsWith("skriv-")) { skrivUt(knapp); return; }
  const tekst = kopier.get(knapp.id.slice("kopier-".length));
  if (tekst) kopier_tekst(tekst.replaceAll("{adresse}", rot || location.origin));
}

export function lyttPaTaMed() { document.addEventListener("click", trykk, true); }

// What is being written is never lost: it is kept for as long as the tab is open, and so is a question without an answer.
import { fane, iSamtale, meld, side } from "./felles.js";

let lagt_inn = false;

function felt() { return document.getElementById("chat-input"); }
function verdi(el) { return "value" in el ? el.value : el.innerText.replace(/\u200b/g, "").trim(); }

export function skriv(tekst) {
  const el = felt();
  if (!el || !tekst || verdi(el)) return;
  el.focus();
  document.execCommand("insertText", false, tekst); // as if typed: the library hears of it
}

// Once the field is there: what was being written when the page went away, or else the question that got no answer.
export function hentTilbake() {
  if (lagt_inn || !felt() || iSamtale()) return;
  lagt_inn = true;
  const pabegynt = fane.hent("utkast"), ubesvart = fane.hent("ubesvart");
  if (!pabegynt && !ubesvart) return;
  skriv(pabegynt || ubesvart);
  if (!pabegynt) meld(side.tekster.lagt_tilbake);
  fane.lagre("ubesvart", "");
}

// The session is a new one, though the page is not: a question that was under way got lost with the old.
export function sesjonTapt() {
  const ubesvart = fane.hent("ubesvart");
  if (ubesvart) { skriv(ubesvart); fane.lagre("ubesvart", ""); }
}

export function folgSporsmal() {
  const alle = document.querySelectorAll('[data-step-type="user_message"], [data-step-type="assistant_message"]');
  const siste = alle[alle.length - 1];
  if (!siste) return;
  const innhold = siste.querySelector(".message-content");
  fane.lagre("ubesvart", siste.dataset.stepType === "user_message" && innhold ? innhold.innerText.trim() : "");
}

export function huskUtkast() {
  document.addEventListener("input", (e) => { if (e.target.id === "chat-input") fane.lagre("utkast", verdi(e.target)); });
  window.addEventListener("pagehide", () => { if (felt()) fane.lagre("utkast", verdi(felt())); });
}

// Sending empties the field without an event: what is kept follows.
export function folgFelt() { if (lagt_inn && felt() && !verdi(felt()) && fane.hent("utkast")) fane.lagre("utkast", ""); }

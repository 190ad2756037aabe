// What is being written is never lost: it is kept for as long as the tab is open, and so is a question without an answer.
import { fane, iSamtale, meld, side } from "./felles.js";

let lagt_inn = false, lagtTilbake = "";

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

// The connection is back. A question that the server has not got, or that got lost with an old session, is put back.
export function tilbake(mottatt) {
  const ubesvart = fane.hent("ubesvart");
  if (!ubesvart || ubesvart.replace(/\s+/g, " ") === mottatt.trim().replace(/\s+/g, " ")) return;
  skriv(ubesvart);
  fane.lagre("ubesvart", "");
  lagtTilbake = ubesvart;
  meld(side.tekster.lagt_tilbake);
}

// Returns the question that is waited for, or an empty text. Begun answers count for nothing: the library shows a stop
// button until the whole has come. Nothing is concluded while the line is broken.
export function folgSporsmal(brutt) {
  const alle = [...document.querySelectorAll('[data-step-type="user_message"], [data-step-type="assistant_message"]')];
  if (!alle.length || brutt) return fane.hent("ubesvart");
  const spurt = alle.filter((el) => el.dataset.stepType === "user_message").pop();
  const innhold = spurt && spurt.querySelector(".message-content");
  const under_arbeid = spurt === alle[alle.length - 1] || document.getElementById("stop-button");
  let venter = under_arbeid && innhold ? innhold.innerText.trim() : "";
  if (venter !== lagtTilbake) lagtTilbake = ""; else venter = "";
  fane.lagre("ubesvart", venter);
  return venter;
}

export function huskUtkast() {
  document.addEventListener("input", (e) => { if (e.target.id === "chat-input") fane.lagre("utkast", verdi(e.target)); });
  window.addEventListener("pagehide", () => { if (felt()) fane.lagre("utkast", verdi(felt())); });
}

// Sending empties the field without an event: what is kept follows.
export function folgFelt() { if (lagt_inn && felt() && !verdi(felt()) && fane.hent("utkast")) fane.lagre("utkast", ""); }

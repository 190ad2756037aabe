// Trouble: the connection breaks, an answer takes long, a click does not get through. The user is always told what to do.
import { lag, meld, side } from "./felles.js";

const VENT = 1500; // ms without a connection before it is told
const TREG = 9000; // ms without an answer before it is told

let vis = 0, treg = 0, spurt = null, brutt = false, siste = null;

function banner(pa) {
  const gammel = document.getElementById("v-brudd");
  if (pa && !gammel) {
    const boks = lag("div", { id: "v-brudd", role: "alert" });
    document.body.append(boks);
    boks.textContent = side.tekster.brudd || ""; // put in after the box, so that it is read out
  } else if (!pa && gammel) {
    gammel.remove();
    meld(side.tekster.tilbake);
  }
}

function settBrutt(pa) {
  brutt = pa;
  document.documentElement.classList.toggle("v-brutt", pa);
  clearTimeout(vis);
  if (pa) vis = setTimeout(() => banner(true), VENT); else banner(false);
}

export function tilkoblet() { settBrutt(false); }
export function erBrutt() { return brutt; }

// The library keeps its socket to itself: what it opens is looked at on the way. One that never opened is no break: where
// a proxy stops websockets, the library asks by and by instead.
export function folgTilkobling() {
  const Ekte = window.WebSocket;
  window.WebSocket = class extends Ekte {
    constructor(adresse, ...resten) {
      super(adresse, ...resten);
      if (!String(adresse).includes("/ws/socket.io")) return;
      this.addEventListener("open", () => {
        siste = this;
        this.addEventListener("close", () => settBrutt(true));
      });
    }
  };
  window.addEventListener("offline", () => settBrutt(true));
  window.addEventListener("online", () => { if (siste && siste.readyState === Ekte.OPEN) settBrutt(false); });
  window.addEventListener("pageshow", (e) => { if (e.persisted) settBrutt(true); }); // the back button: the socket was closed
  const hent = window.fetch;
  window.fetch = (...arg) => {
    const svar = hent(...arg);
    const adresse = String((arg[0] && arg[0].url) || arg[0]);
    if (adresse.includes("/project/action")) svar.then((s) => { if (!s.ok) meld(side.tekster.klikk_feilet); }, () => meld(side.tekster.klikk_feilet));
    return svar;
  };
}

export function folgVenting(sporsmal) {
  if (sporsmal === spurt) return;
  spurt = sporsmal;
  clearTimeout(treg);
  if (sporsmal) treg = setTimeout(() => { if (!document.getElementById("v-brudd")) meld(side.tekster.treg); }, TREG);
}

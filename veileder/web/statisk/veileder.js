// What stands around the chat: the bar above it, and what its page lacks. Without this script the chat still works.
import { erBrutt, folgTilkobling, folgVenting, tilkoblet } from "./skript/brudd.js";
import { iSamtale } from "./skript/felles.js";
import { holdFokus } from "./skript/fokus.js";
import { lyttPaHenvisninger } from "./skript/kilde.js";
import { bruk_sprak, fraServer, hentSide, visEksempler } from "./skript/linje.js";
import { merk, rydd } from "./skript/navn.js";
import { husk as huskNotat, lyttPaNotat } from "./skript/notat.js";
import { lagLive, les, visNytt } from "./skript/nytt.js";
import { folgFelt, folgSporsmal, hentTilbake, huskUtkast, tilbake } from "./skript/skrivefelt.js";
import { husk, lyttPaTaMed } from "./skript/tamed.js";

const TEMA = "vite-ui-theme";
try { if (!localStorage.getItem(TEMA)) localStorage.setItem(TEMA, "system"); } catch (e) { /* storage is closed */ }
bruk_sprak();

// The library sets the colours when it has come, and looks at the system's once; until then, and at dusk, we do.
const morkt = matchMedia("(prefers-color-scheme: dark)");
function fargelegg() {
  let valgt = "";
  try { valgt = localStorage.getItem(TEMA); } catch (e) { /* as above */ }
  const slag = valgt === "dark" || valgt === "light" ? valgt : morkt.matches ? "dark" : "light", html = document.documentElement;
  html.classList.remove("light", "dark");
  html.classList.add(slag);
  Object.entries((window.theme || {})[slag] || {}).forEach(([navn, verdi]) => html.style.setProperty(navn, verdi));
}
fargelegg();
morkt.addEventListener("change", fargelegg);

// The library posts what the server says to the parent: in a frame that is another site, which it is not meant for.
window.parent = window;
folgTilkobling();

window.addEventListener("message", (e) => {
  if (e.source !== window || !e.data || e.data.fra !== "veileder") return;
  if (e.data.hva === "svar") { merk(e.data); husk(e.data.kopi); return; }
  if (e.data.hva === "notat") { huskNotat(e.data); return; }
  if (e.data.hva === "tilkoblet") tilbake(e.data.mottatt);
  else fraServer(e.data);
  if (e.data.ny && iSamtale()) tilbake("");
  tilkoblet();
});

let planlagt = false;
function endret() {
  les();
  if (planlagt) return;
  planlagt = true;
  requestAnimationFrame(() => { planlagt = false; oppdater(); visNytt(); });
}

function oppdater() { rydd(); visEksempler(); hentTilbake(); folgVenting(folgSporsmal(erBrutt())); folgFelt(); }

function begynn() {
  lagLive();
  lyttPaHenvisninger();
  lyttPaTaMed();
  holdFokus();
  lyttPaNotat();
  huskUtkast();
  hentSide().then(() => {
    new MutationObserver(endret).observe(document.getElementById("root"), { childList: true, subtree: true, characterData: true });
    new MutationObserver(endret).observe(document.body, { childList: true });
    oppdater();
  });
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begynn); else begynn();

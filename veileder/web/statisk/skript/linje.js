// The bar above the chat: who and where one is, the language, and the way to a human.
import { fane, iSamtale, klikk, knapp, lag, nettleser, rot, side, tilServer } from "./felles.js";

const SPRAK = [["nb", "Bokmål"], ["nn", "Nynorsk"], ["en", "English"]];
const ENGELSK = "en-x-valgt"; // as VALGT_ENGELSK on the server
const kjent = { kommune: nettleser.hent("kommune"), rolle: nettleser.hent("rolle") || "innbygger", sprak: nettleser.hent("sprak") };
let kommune, rolle;

// The chat's library asks the browser for its language: what was chosen here goes before.
export function bruk_sprak() {
  if (!kjent.sprak) return;
  const kode = kjent.sprak === "en" ? ENGELSK : kjent.sprak;
  Object.defineProperty(navigator, "language", { configurable: true, get: () => kode });
}

function telefonikon() {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const p = document.createElementNS(ns, "path");
  p.setAttribute("fill", "currentColor");
  p.setAttribute("d", "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.24 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z");
  svg.append(p);
  return svg;
}

function sendValg(fortsetter) {
  kjent.kommune = kommune.value;
  kjent.rolle = rolle.value;
  nettleser.lagre("kommune", kjent.kommune);
  nettleser.lagre("rolle", kjent.rolle);
  const valg = { hva: "valg", kommune: kjent.kommune, rolle: kjent.rolle, fortsetter: fortsetter === true };
  tilServer(kjent.sprak ? Object.assign(valg, { sprak: kjent.sprak }) : valg);
  visEksempler();
}

function velger(id, etikett, par, verdi, ved) {
  const select = lag("select", { id: id });
  par.forEach((p) => select.append(lag("option", { value: p[0] }, [p[1]])));
  select.value = verdi;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.addEventListener("change", ved);
  return lag("label", { class: "v-felt v-" + id.slice(2), for: id }, [lag("span", {}, [etikett]), select]);
}

function velgSprak(e) {
  kjent.sprak = e.target.value;
  nettleser.lagre("sprak", kjent.sprak);
  if (!iSamtale()) { location.reload(); return; }
  bruk_sprak();
  hentSide().then(() => document.getElementById("v-sprak").focus());
}

function beOmSletting() { lukkMeny(); tilServer({ hva: "slett" }); }

function nySamtale() {
  const t = side.tekster;
  const lukk = () => { d.close(); d.remove(); };
  const ja = knapp("v-fylt", [t.ja], () => { lukk(); fane.lagre("ubesvart", ""); klikk("new-chat-button"); });
  const nei = knapp("", [t.nei], lukk);
  const slett = knapp("", [t.slett], () => { lukk(); beOmSletting(); });
  const d = lag("dialog", { class: "v-dialog", id: "v-dialog", "aria-labelledby": "v-dialog-tittel" }, [
    lag("h2", { id: "v-dialog-tittel" }, [t.ny_sporsmal]), lag("p", {}, [t.ny_forklaring]), lag("div", {}, [ja, slett, nei]),
  ]);
  document.body.append(d);
  d.showModal();
}

function meny(apen) {
  document.getElementById("v-mer").classList.toggle("v-apen", apen);
  document.getElementById("v-meny").setAttribute("aria-expanded", String(apen));
}
function lukkMeny() { if (document.getElementById("v-meny")) meny(false); }

function bygg() {
  const t = side.tekster;
  document.documentElement.lang = side.sprak;
  const menneske = knapp("v-fylt", [telefonikon(), lag("span", {}, [t.menneske])], () => tilServer({ hva: "menneske" }));
  menneske.id = "v-menneske";
  const ny = knapp("", [t.ny_samtale], nySamtale);
  ny.id = "v-ny";
  const menyknapp = knapp("v-menyknapp", [t.meny], () => meny(menyknapp.getAttribute("aria-expanded") !== "true"));
  menyknapp.id = "v-meny";
  menyknapp.setAttribute("aria-expanded", "false");
  menyknapp.setAttribute("aria-controls", "v-mer");
  const kommuner = [["", t.ingen_kommune]].concat(side.kommuner.map((k) => [k.slug, k.navn]));
  const roller = [["innbygger", t.rolle_innbygger], ["saksbehandler", t.rolle_saksbehandler]];
  const hopp = lag("a", { class: "v-hopp", href: "#chat-input" }, [t.hopp]);
  hopp.addEventListener("click", (e) => {
    const felt = document.getElementById("chat-input");
    if (felt) { e.preventDefault(); felt.focus(); felt.scrollIntoView({ block: "end" }); }
  });
  const valgt = kommune ? kommune.value : kjent.kommune;
  const topp = lag("header", { id: "v-topp" }, [
    hopp,
    lag("div", { class: "v-rad" }, [
      lag("div", { class: "v-merke" }, [
        lag("img", { src: rot + "/chat/favicon", alt: "" }),
        lag("div", {}, [lag("h1", {}, ["Veileder"]), lag("p", {}, [t.undertittel])]),
      ]),
      lag("a", { class: "v-nod", href: "tel:113" }, [t.nodnummer]),
      menyknapp,
      lag("div", { id: "v-mer" }, [
        knapp("v-stille", [t.om_tjenesten], () => { lukkMeny(); klikk("readme-button"); }),
        knapp("v-stille v-slett", [t.slett], beOmSletting),
        velger("v-sprak", t.sprak, SPRAK, side.sprak, velgSprak),
      ]),
    ]),
    lag("div", { id: "v-valg", role: "group", "aria-label": t.valg }, [
      lag("div", { class: "v-rad" }, [
        velger("v-kommune", t.kommune, kommuner, valgt, sendValg), velger("v-rolle", t.rolle, roller, kjent.rolle, sendValg), ny, menneske,
      ]),
    ]),
  ]);
  const gammel = document.getElementById("v-topp");
  if (gammel) gammel.replaceWith(topp); else document.body.prepend(topp);
  kommune = document.getElementById("v-kommune");
  rolle = document.getElementById("v-rolle");
  document.getElementById("root").setAttribute("role", "main");
  document.documentElement.classList.add("v-js");
  sendValg();
}

// The six questions that fit: the server sends all, by their words; the rest are not shown.
export function visEksempler() {
  if (!rolle) return;
  const for_rolle = side.eksempler[rolle.value] || {};
  const seks = for_rolle[kommune.value] || for_rolle[""] || [];
  document.querySelectorAll("#starters button").forEach((el) => {
    const nr = seks.indexOf(el.textContent.trim());
    if (el.hidden !== nr < 0) el.hidden = nr < 0;
    if (nr >= 0 && el.parentElement.style.order !== String(nr)) el.style.order = String(nr);
  });
}

export function hentSide() {
  const kode = kjent.sprak === "en" ? ENGELSK : kjent.sprak || navigator.language || "nb";
  return fetch(rot + "/side.json?sprak=" + encodeURIComponent(kode.toLowerCase()))
    .then((svar) => svar.json())
    .then((data) => {
      Object.assign(side, data);
      bygg();
      if (!side.kommuner.length) setTimeout(hentSide, 10000); // the index is being built
    });
}

// The server says what is chosen: at a new session we tell it ours, later we show its. A kommune that was
// only named in a question holds for that conversation; one that was clicked is kept.
export function fraServer(data) {
  if (!kommune) return;
  if (data.ny) {
    kommune.value = kjent.kommune;
    rolle.value = kjent.rolle;
    sendValg(iSamtale());
    return;
  }
  kommune.value = data.kommune;
  if (kommune.selectedIndex < 0) kommune.selectedIndex = 0;
  rolle.value = data.rolle;
  if (data.valgt) { kjent.kommune = kommune.value; nettleser.lagre("kommune", kommune.value); }
}

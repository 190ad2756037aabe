// Veileder on another website: a button, and the chat in a dialog. Nothing is loaded before the button is pressed.
// All is in a shadow tree, so that the site's style sheets and ours leave each other alone.
(() => {
  "use strict";
  const OPPSETT = __OPPSETT__;
  const linje = document.currentScript;
  const rot = new URL(linje.src).origin;
  if (location.origin !== rot && !OPPSETT.opphav.includes(location.origin)) {
    console.error(OPPSETT.ikke_tillatt.replace("{opphav}", location.origin).replace("{rot}", rot));
    return;
  }
  const onsket = (linje.dataset.sprak || document.documentElement.lang || "nb").slice(0, 2).toLowerCase();
  const sprak = OPPSETT.tekster[onsket] ? onsket : "nb";
  const t = OPPSETT.tekster[sprak];
  const sporring = new URLSearchParams({ sprak });
  if (linje.dataset.kommune) sporring.set("kommune", linje.dataset.kommune);
  const chatten = `${rot}/chat/?${sporring}`;

  function lag(navn, egenskaper, ...barn) {
    const el = document.createElement(navn);
    Object.entries(egenskaper).forEach(([k, v]) => el.setAttribute(k, v));
    el.append(...barn);
    return el;
  }

  function ikon() {
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg"), strek = document.createElementNS(ns, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    strek.setAttribute("d", "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z");
    strek.setAttribute("fill", "currentColor");
    svg.append(strek);
    return svg;
  }

  const vert = document.createElement("veileder-innebygd");
  vert.lang = sprak;
  const tre = vert.attachShadow({ mode: "open" });
  try { // not inline: a site's content policy for styles does not reach it
    const ark = new CSSStyleSheet();
    ark.replaceSync(OPPSETT.stil);
    tre.adoptedStyleSheets = [ark];
  } catch (e) {
    tre.append(lag("style", {}, OPPSETT.stil));
  }
  const knapp = lag("button", { type: "button", class: "knapp", "aria-haspopup": "dialog", "aria-expanded": "false" }, ikon(), t.knapp);
  const lukkeknapp = lag("button", { type: "button", class: "lukk" }, t.lukk);
  const vindu = lag("a", { href: chatten, target: "_blank", rel: "noopener" }, t.vindu);
  const dialog = lag("dialog", { "aria-labelledby": "tittel" },
    lag("div", { class: "topp" }, lag("h2", { id: "tittel" }, t.tittel), vindu, lukkeknapp));
  let ramme;

  function apne() {
    if (!ramme) {
      ramme = lag("iframe", { src: chatten, title: t.ramme, allow: "clipboard-write", referrerpolicy: "no-referrer" });
      dialog.append(ramme);
    }
    dialog.showModal();
    knapp.setAttribute("aria-expanded", "true");
    lukkeknapp.focus();
  }

  // The conversation stays in the frame until the page is left.
  dialog.addEventListener("close", () => {
    knapp.setAttribute("aria-expanded", "false");
    knapp.focus();
  });
  knapp.addEventListener("click", apne);
  lukkeknapp.addEventListener("click", () => dialog.close());
  // Escape pressed in the frame is not heard here: the frame tells of it.
  window.addEventListener("message", (e) => {
    if (ramme && e.source === ramme.contentWindow && e.origin === rot && e.data && e.data.veileder === "lukk") dialog.close();
  });
  tre.append(knapp, dialog);
  const vis = () => document.body.append(vert);
  if (document.body) vis(); else document.addEventListener("DOMContentLoaded", vis);
})();

// The bar above the chat, and what the chat's page lacks for those who hear it rather than see it.
// Texts and municipalities come from /side.json; this file holds none. Without this script the chat still works.
(function () {
  "use strict";
  var TEMA = "vite-ui-theme";
  var rot = document.currentScript.src.replace(/\/chat\/public\/.*$/, "");
  try { if (!localStorage.getItem(TEMA)) localStorage.setItem(TEMA, "system"); } catch (e) { /* storage is closed */ }

  var t = {};
  var kommune, rolle, live;
  var sist = "";
  var kjent = { kommune: hent("kommune"), rolle: hent("rolle") || "innbygger" };

  function hent(navn) { try { return sessionStorage.getItem("veileder-" + navn) || ""; } catch (e) { return ""; } }
  function lagre(navn, verdi) { try { sessionStorage.setItem("veileder-" + navn, verdi); } catch (e) { /* as above */ } }

  function lag(navn, egenskaper, barn) {
    var el = document.createElement(navn);
    Object.keys(egenskaper || {}).forEach(function (k) { el.setAttribute(k, egenskaper[k]); });
    (barn || []).forEach(function (b) { el.append(b); });
    return el;
  }

  function telefonikon() {
    var ns = "http://www.w3.org/2000/svg";
    var svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    var p = document.createElementNS(ns, "path");
    p.setAttribute("fill", "currentColor");
    p.setAttribute("d", "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.24 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z");
    svg.append(p);
    return svg;
  }

  function tilServer(data) {
    window.postMessage(Object.assign({ til: "veileder" }, data), window.location.origin);
  }

  function sendValg(fortsetter) {
    kjent = { kommune: kommune.value, rolle: rolle.value };
    lagre("kommune", kjent.kommune);
    lagre("rolle", kjent.rolle);
    tilServer({ hva: "valg", kommune: kjent.kommune, rolle: kjent.rolle, fortsetter: fortsetter === true });
  }

  function velger(id, etikett, par, verdi) {
    var select = lag("select", { id: id });
    par.forEach(function (p) { select.append(lag("option", { value: p[0] }, [p[1]])); });
    select.value = verdi;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    select.addEventListener("change", sendValg);
    return lag("label", { "class": "v-felt v-" + id.slice(2), "for": id }, [lag("span", {}, [etikett]), select]);
  }

  function knapp(klasse, innhold, handling) {
    var b = lag("button", { type: "button", "class": "v-knapp " + klasse }, innhold);
    b.addEventListener("click", handling);
    return b;
  }

  function klikk(id) { var el = document.getElementById(id); if (el) el.click(); }

  function beOmSletting() { tilServer({ hva: "slett" }); }

  function nySamtale() {
    var ja = knapp("v-fylt", [t.ja], function () { d.close(); d.remove(); klikk("new-chat-button"); });
    var nei = knapp("", [t.nei], function () { d.close(); d.remove(); });
    var slett = knapp("", [t.slett], function () { d.close(); d.remove(); beOmSletting(); });
    var d = lag("dialog", { id: "v-dialog", "aria-labelledby": "v-dialog-tittel" }, [
      lag("h2", { id: "v-dialog-tittel" }, [t.ny_sporsmal]), lag("p", {}, [t.ny_forklaring]), lag("div", {}, [ja, slett, nei])
    ]);
    document.body.append(d);
    d.showModal();
  }

  function bygg(side) {
    t = side.tekster;
    document.documentElement.lang = side.sprak;
    var menneske = knapp("v-fylt", [telefonikon(), lag("span", {}, [t.menneske])], function () { tilServer({ hva: "menneske" }); });
    menneske.id = "v-menneske";
    var ny = knapp("", [t.ny_samtale], nySamtale);
    ny.id = "v-ny";
    var kommuner = [["", t.ingen_kommune]].concat(side.kommuner.map(function (k) { return [k.slug, k.navn]; }));
    var roller = [["innbygger", t.rolle_innbygger], ["saksbehandler", t.rolle_saksbehandler]];
    var hopp = lag("a", { "class": "v-hopp", href: "#chat-input" }, [t.hopp]);
    hopp.addEventListener("click", function (e) {
      var felt = document.getElementById("chat-input");
      if (felt) { e.preventDefault(); felt.focus(); felt.scrollIntoView({ block: "end" }); }
    });
    var topp = lag("header", { id: "v-topp" }, [
      hopp,
      lag("div", { "class": "v-rad" }, [
        lag("div", { "class": "v-merke" }, [
          lag("img", { src: rot + "/chat/favicon", alt: "" }),
          lag("div", {}, [lag("h1", {}, ["Veileder"]), lag("p", {}, [t.undertittel])])
        ]),
        lag("a", { "class": "v-nod", href: "tel:113" }, [t.nodnummer]),
        knapp("v-stille", [t.om_tjenesten], function () { klikk("readme-button"); }),
        knapp("v-stille v-slett", [t.slett], beOmSletting)
      ]),
      lag("div", { id: "v-valg", role: "group", "aria-label": t.valg }, [
        lag("div", { "class": "v-rad" }, [
          velger("v-kommune", t.kommune, kommuner, kjent.kommune), velger("v-rolle", t.rolle, roller, kjent.rolle), ny, menneske
        ])
      ])
    ]);
    live = lag("div", { id: "v-live", role: "status", "aria-live": "polite", "class": "v-skjult" });
    document.getElementById("root").setAttribute("role", "main");
    document.body.prepend(topp);
    document.body.append(live);
    kommune = document.getElementById("v-kommune");
    rolle = document.getElementById("v-rolle");
    document.documentElement.classList.add("v-js");
    sendValg();
  }

  // The server says what is chosen: at a new session we tell it ours, later we show its. A kommune that was
  // only named in a question holds for that conversation; one that was clicked is kept.
  window.addEventListener("message", function (e) {
    if (e.source !== window || !e.data || e.data.fra !== "veileder" || !kommune) return;
    if (e.data.ny) { kommune.value = kjent.kommune; rolle.value = kjent.rolle; sendValg(!!document.querySelector(".step")); return; }
    kommune.value = e.data.kommune;
    if (kommune.selectedIndex < 0) kommune.selectedIndex = 0;
    rolle.value = e.data.rolle;
    if (e.data.valgt) { kjent.kommune = kommune.value; lagre("kommune", kommune.value); }
  });

  // The library looks at the system's colours once; at dusk they change.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function (e) {
    var valgt = "";
    try { valgt = localStorage.getItem(TEMA); } catch (feil) { /* as above */ }
    if (valgt && valgt !== "system") return;
    var slag = e.matches ? "dark" : "light", html = document.documentElement, farger = (window.theme || {})[slag] || {};
    html.classList.remove("light", "dark");
    html.classList.add(slag);
    Object.keys(farger).forEach(function (navn) { html.style.setProperty(navn, farger[navn]); });
  });

  function navngi(velgerTekst, navn) {
    document.querySelectorAll(velgerTekst).forEach(function (el) {
      if (navn && el.getAttribute("aria-label") !== navn) el.setAttribute("aria-label", navn);
    });
  }

  function rydd() {
    document.documentElement.classList.toggle("v-i-samtale", !!document.querySelector(".step"));
    navngi("#chat-input", t.skrivefelt);
    navngi("#chat-submit", t.send);
    navngi("#stop-button", t.stopp);
    navngi("button:has(> svg.lucide-arrow-down)", t.til_bunns);
    document.querySelectorAll('[data-step-type="user_message"]').forEach(function (el) { el.setAttribute("role", "group"); });
    document.querySelectorAll('[data-step-type="assistant_message"]').forEach(function (el) { el.setAttribute("role", "group"); });
    document.querySelectorAll("#starters:not([data-tittel])").forEach(function (el) { el.dataset.tittel = t.eksempler; });
    navngi('[data-step-type="user_message"]', t.du_skrev);
    document.querySelectorAll('[data-step-type="assistant_message"]').forEach(function (el) {
      var navn = erSvar(el) ? t.svar_fra : el.innerText.indexOf(t.meld_ledd) < 0 ? t.menneske : t.meld_fra;
      if (el.getAttribute("aria-label") !== navn) el.setAttribute("aria-label", navn);
    });
    document.querySelectorAll("#root h3:not([aria-level])").forEach(function (el) { el.setAttribute("aria-level", "2"); }); // none lies between h1 and it
    document.querySelectorAll('div[role="article"]').forEach(function (el) { el.removeAttribute("role"); });
    document.querySelectorAll(".ai-message img[alt]:not([alt=''])").forEach(function (el) { el.alt = ""; });
    document.querySelectorAll('[role="dialog"] .sr-only').forEach(function (el) { if (el.textContent === "Close") el.textContent = t.lukk; });
    document.querySelectorAll('a[href^="#tel-"], a[href^="#ring-"]').forEach(function (el) {
      var href = el.getAttribute("href");
      el.classList.toggle("v-ring", href.indexOf("#ring-") === 0);
      el.setAttribute("href", "tel:" + href.slice(href.indexOf("-") + 1));
      el.removeAttribute("target");
    });
    document.querySelectorAll('a[href^="#kilde-"]:not([role])').forEach(function (el) {
      el.setAttribute("role", "button");
      el.setAttribute("aria-label", t.vis_kilde + " " + el.getAttribute("href").slice(7));
      el.removeAttribute("target");
    });
    document.querySelectorAll('a[href="#om"]:not([role])').forEach(function (el) {
      el.setAttribute("role", "button");
      el.addEventListener("click", function (e) { e.preventDefault(); klikk("readme-button"); });
    });
    document.querySelectorAll('#root a[target="_blank"]:not([rel])').forEach(function (el) { el.setAttribute("rel", "noopener noreferrer"); });
  }

  function rolig() { return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"; }

  // «[1]» in an answer opens source 1 of the same answer and goes there: the rows stand right after it.
  function visKilde(lenke) {
    var nr = lenke.getAttribute("href").slice(7);
    var rad = lenke.closest(".step");
    while (rad && (rad = rad.nextElementSibling) && rad.dataset.stepType === "tool") {
      var b = rad.querySelector("h3 > button");
      var treff = b && /\d+/.exec(b.textContent);
      if (treff && treff[0] === nr) {
        if (b.getAttribute("aria-expanded") !== "true") b.click();
        b.focus({ preventScroll: true });
        setTimeout(function () { rad.scrollIntoView({ block: "start", behavior: rolig() }); }, 250); // it has unfolded then
        return;
      }
    }
  }
  function henvisning(e) { return e.target.closest ? e.target.closest('a[href^="#kilde-"]') : null; }
  document.addEventListener("click", function (e) {
    var lenke = henvisning(e);
    if (lenke) { e.preventDefault(); visKilde(lenke); }
  });
  document.addEventListener("keydown", function (e) {
    var lenke = e.key === " " && henvisning(e);
    if (lenke) { e.preventDefault(); visKilde(lenke); }
  });

  // The line with the buttons after the sources is no answer: it is neither gone to nor read out as one.
  function erSvar(el) {
    return el.dataset.stepType !== "assistant_message" || (el.innerText.indexOf(t.heller) < 0 && el.innerText.indexOf(t.meld_ledd) < 0);
  }

  // What a click brings is shown from its first line; an answer to a question stands under the question already.
  // What follows no question of the user's, such as buttons after a click, is moved up when it would hide behind the field.
  var antall = 0, nyest = null, kom = 0;
  function visNytt() {
    var alle = [].filter.call(document.querySelectorAll('[data-step-type="assistant_message"], [data-step-type="user_message"]'), erSvar);
    var nytt = alle[alle.length - 1], for_ = alle[alle.length - 2];
    if (alle.length > antall) { nyest = nytt; kom = Date.now(); }
    antall = alle.length;
    if (!nytt || nytt !== nyest || Date.now() - kom > 1000) return; // its height and its buttons come after it
    var boks = nytt.getBoundingClientRect();
    var felt = document.getElementById("message-composer");
    var bunn = (felt ? felt.getBoundingClientRect().top : window.innerHeight) - 90;
    var skjult = for_ && for_.dataset.stepType === nytt.dataset.stepType && boks.bottom > bunn;
    if (skjult || boks.top > window.innerHeight * 0.55) nytt.scrollIntoView({ block: "start", behavior: rolig() });
  }

  // An answer is read out once, when it has stood still.
  var ventetid;
  function les() {
    clearTimeout(ventetid);
    ventetid = setTimeout(function () {
      var alle = [].filter.call(document.querySelectorAll('[data-step-type="assistant_message"]'), erSvar);
      var siste = alle.length ? alle[alle.length - 1].querySelector(".message-content") : null;
      var tekst = siste ? siste.innerText : "";
      if (live && tekst && tekst !== sist) live.textContent = t.svar_fra + ": " + tekst;
      sist = tekst;
    }, 900);
  }

  var planlagt = false;
  function endret() {
    les();
    if (planlagt) return;
    planlagt = true;
    requestAnimationFrame(function () { planlagt = false; rydd(); visNytt(); });
  }

  function begynn() {
    var sprak = (navigator.language || "nb").toLowerCase();
    fetch(rot + "/side.json?sprak=" + encodeURIComponent(sprak))
      .then(function (svar) { return svar.json(); })
      .then(bygg)
      .then(function () {
        new MutationObserver(endret).observe(document.getElementById("root"), { childList: true, subtree: true, characterData: true });
        new MutationObserver(endret).observe(document.body, { childList: true });
        rydd();
      });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begynn); else begynn();
})();

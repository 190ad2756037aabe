// What the chat's page lacks for those who hear it rather than see it: names, roles and languages.
import { iSamtale, klikk, side } from "./felles.js";

const merker = new Map(); // id of a message, or «sitat:» and the id -> its language
const sitater = new Map(); // id of an answer -> [language, words] of what it quotes in another language

function navngi(velger, navn) {
  document.querySelectorAll(velger).forEach((el) => {
    if (navn && el.getAttribute("aria-label") !== navn) el.setAttribute("aria-label", navn);
  });
}

// A row of buttons after the sources is no answer: it is neither gone to nor read out as one.
export function erSvar(el) { return el.dataset.stepType !== "assistant_message" || !el.querySelector('[id^="step-rad-"]'); }

export function merk(data) {
  Object.entries(data.sprak).forEach(([id, kode]) => merker.set(id, kode));
  Object.entries(data.sitater).forEach(([id, liste]) => { if (liste.length) sitater.set(id, liste); });
  settSprak();
}

// A text in another language than the page's says so: a whole message, or the quotation in a source («sitat:» and its id).
function deler(merke) {
  const steg = document.getElementById("step-" + merke.replace("sitat:", ""));
  if (!steg) return [];
  return merke.startsWith("sitat:") ? [...steg.querySelectorAll("blockquote")] : [steg];
}

const bare = (tekst) => tekst.replace(/\[\d+\]/g, "").replace(/[\s*|#-]+/g, " ").trim();

// In an answer, what is quoted from a text in another language: the paragraphs and points that stand in the quotation.
function merkSitater() {
  sitater.forEach((liste, id) => {
    const steg = document.getElementById("step-" + id);
    if (!steg) return;
    steg.querySelectorAll(".message-content :is(p, li, td, th, [role=article] > div):not([lang])").forEach((el) => {
      const tekst = bare(el.innerText);
      const treff = tekst && liste.find(([, sitat]) => bare(sitat).includes(tekst));
      if (treff) el.lang = treff[0];
    });
  });
}

function settSprak() {
  merker.forEach((kode, merke) => deler(merke).forEach((el) => { if (el.lang !== kode) el.lang = kode; }));
  merkSitater();
}

function lenker() {
  document.querySelectorAll('a[href^="#tel-"], a[href^="#ring-"]').forEach((el) => {
    const href = el.getAttribute("href");
    el.classList.toggle("v-ring", href.startsWith("#ring-"));
    el.setAttribute("href", "tel:" + href.slice(href.indexOf("-") + 1));
    el.removeAttribute("target");
  });
  document.querySelectorAll('a[href^="#kilde-"]:not([role])').forEach((el) => {
    el.setAttribute("role", "button");
    el.setAttribute("aria-label", side.tekster.vis_kilde + " " + el.getAttribute("href").slice(7));
    el.removeAttribute("target");
  });
  document.querySelectorAll('a[href="#om"]:not([role])').forEach((el) => {
    el.setAttribute("role", "button");
    el.addEventListener("click", (e) => { e.preventDefault(); klikk("readme-button"); });
  });
  document.querySelectorAll('#root a[target="_blank"]:not([rel])').forEach((el) => el.setAttribute("rel", "noopener noreferrer"));
}

export function rydd() {
  const t = side.tekster;
  document.documentElement.classList.toggle("v-i-samtale", iSamtale());
  navngi("#chat-input", t.skrivefelt);
  navngi("#chat-submit", t.send);
  navngi("#stop-button", t.stopp);
  navngi("button:has(> svg.lucide-arrow-down)", t.til_bunns);
  document.querySelectorAll('[data-step-type="user_message"], [data-step-type="assistant_message"]').forEach((el) => el.setAttribute("role", "group"));
  document.querySelectorAll("#starters:not([data-tittel])").forEach((el) => { el.dataset.tittel = t.eksempler; });
  navngi('[data-step-type="user_message"]', t.du_skrev);
  document.querySelectorAll('[data-step-type="assistant_message"]').forEach((el) => {
    const innhold = el.querySelector(".message-content");
    const navn = erSvar(el) ? t.svar_fra : innhold ? innhold.innerText.trim() : "";
    if (navn && el.getAttribute("aria-label") !== navn) el.setAttribute("aria-label", navn);
  });
  document.querySelectorAll("#root h3:not([aria-level])").forEach((el) => el.setAttribute("aria-level", "2")); // none lies between h1 and it
  document.querySelectorAll('div[role="article"]').forEach((el) => el.removeAttribute("role"));
  document.querySelectorAll(".ai-message img[alt]:not([alt=''])").forEach((el) => { el.alt = ""; });
  document.querySelectorAll('[role="dialog"] .sr-only').forEach((el) => { if (el.textContent === "Close") el.textContent = t.lukk; });
  lenker();
  settSprak();
}

// The note to a human: shown in full, edited and approved here, then copied, printed or sent along with a request.
import { knapp, lag, side, tilServer } from "./felles.js";
import { kopier_tekst } from "./tamed.js";

const notater = new Map(); // id of the button -> the note, with what was edited in it
let kan_sendes = false;

export function husk(data) {
  Object.entries(data.notat).forEach(([id, tekst]) => notater.set(id, tekst));
  kan_sendes = data.kan_sendes;
}

function skrivUt(tekst) {
  const html = document.documentElement, ark = lag("pre", { id: "v-ark" }, [tekst]);
  document.body.append(ark);
  html.classList.add("v-skriver", "v-skriver-notat");
  addEventListener("afterprint", () => { html.classList.remove("v-skriver", "v-skriver-notat"); ark.remove(); }, { once: true });
  window.print();
}

function apne(id) {
  const t = side.tekster;
  const felt = lag("textarea", { id: "v-notatfelt", rows: "7", maxlength: "1000", "aria-labelledby": "v-notat-tittel", "aria-describedby": "v-notat-forklaring" });
  felt.value = notater.get(id);
  felt.addEventListener("input", () => notater.set(id, felt.value));
  const lukk = () => { d.close(); d.remove(); const k = document.getElementById(id); if (k) k.focus(); };
  const send = knapp("v-fylt", [t.notat_send], () => { lukk(); tilServer({ hva: "notat", notat: felt.value }); });
  const d = lag("dialog", { class: "v-dialog", id: "v-notat", "aria-labelledby": "v-notat-tittel" }, [
    lag("h2", { id: "v-notat-tittel" }, [t.notat_tittel]), lag("p", { id: "v-notat-forklaring" }, [t.notat_forklaring]), felt,
    lag("div", {}, [
      ...(kan_sendes ? [send] : []), knapp("", [t.notat_kopier], () => kopier_tekst(felt.value)),
      knapp("", [t.notat_skriv_ut], () => skrivUt(felt.value)), knapp("", [t.lukk], lukk),
    ]),
  ]);
  d.addEventListener("cancel", (e) => { e.preventDefault(); lukk(); });
  document.body.append(d);
  d.showModal();
  felt.focus();
}

export function lyttPaNotat() {
  document.addEventListener("click", (e) => {
    const k = e.target.closest && e.target.closest('button[id^="notat-"]');
    if (!k || !notater.has(k.id)) return;
    e.preventDefault();
    e.stopPropagation(); // the library would tell the server
    apne(k.id);
  }, true);
}

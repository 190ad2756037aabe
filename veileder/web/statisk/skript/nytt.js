// What has just come: shown from its first line, and read out once when it is whole.
import { lag, rolig, side } from "./felles.js";
import { erSvar } from "./navn.js";

let live, ventetid, sist = "";
let antall = 0, nyest = null, kom = 0;

export function lagLive() {
  live = lag("div", { id: "v-live", role: "status", "aria-live": "polite", class: "v-skjult" });
  document.body.append(live);
}

// What a click brings is shown from its first line; an answer to a question stands under the question already.
// What follows no question of the user's, such as buttons after a click, is moved up when it would hide behind the field.
export function visNytt() {
  const alle = [...document.querySelectorAll('[data-step-type="assistant_message"], [data-step-type="user_message"]')].filter(erSvar);
  const nytt = alle[alle.length - 1], for_ = alle[alle.length - 2];
  if (alle.length > antall) { nyest = nytt; kom = Date.now(); }
  antall = alle.length;
  if (!nytt || nytt !== nyest || Date.now() - kom > 1000) return; // its height and its buttons come after it
  const boks = nytt.getBoundingClientRect();
  const felt = document.getElementById("message-composer");
  const bunn = (felt ? felt.getBoundingClientRect().top : window.innerHeight) - 90;
  const skjult = for_ && for_.dataset.stepType === nytt.dataset.stepType && boks.bottom > bunn;
  if (skjult || boks.top > window.innerHeight * 0.55) nytt.scrollIntoView({ block: "start", behavior: rolig() });
}

// An answer is read out once, when it has stood still and no more of it is under way.
export function les() {
  clearTimeout(ventetid);
  ventetid = setTimeout(() => {
    if (document.getElementById("stop-button")) { les(); return; }
    const alle = [...document.querySelectorAll('[data-step-type="assistant_message"]')].filter(erSvar);
    const siste = alle.length ? alle[alle.length - 1].querySelector(".message-content") : null;
    const tekst = siste ? siste.innerText : "";
    if (live && tekst && tekst !== sist) {
      live.lang = siste.closest("[lang]").lang;
      live.textContent = side.tekster.svar_fra + ": " + tekst;
    }
    sist = tekst;
  }, 900);
}

// «[1]» in an answer opens source 1 of the same answer and goes there: the rows stand right after it.
import { rolig } from "./felles.js";

function visKilde(lenke) {
  const nr = lenke.getAttribute("href").slice(7);
  let rad = lenke.closest(".step");
  while (rad && (rad = rad.nextElementSibling) && rad.dataset.stepType === "tool") {
    const b = rad.querySelector("h3 > button");
    const treff = b && /\d+/.exec(b.textContent);
    if (treff && treff[0] === nr) {
      if (b.getAttribute("aria-expanded") !== "true") b.click();
      b.focus({ preventScroll: true });
      const funnet = rad;
      setTimeout(() => funnet.scrollIntoView({ block: "start", behavior: rolig() }), 250); // it has unfolded then
      return;
    }
  }
}

function henvisning(e) { return e.target.closest ? e.target.closest('a[href^="#kilde-"]') : null; }

export function lyttPaHenvisninger() {
  document.addEventListener("click", (e) => {
    const lenke = henvisning(e);
    if (lenke) { e.preventDefault(); visKilde(lenke); }
  });
  document.addEventListener("keydown", (e) => {
    const lenke = e.key === " " && henvisning(e);
    if (lenke) { e.preventDefault(); visKilde(lenke); }
  });
}

// Listens for word of changes and asks the page's parts to fetch themselves anew; says whether the page is live.
(function () {
  "use strict";
  const body = document.body;
  if (!body.hasAttribute("data-updates")) {
    return;
  }
  const mine = body.getAttribute("data-terminal");
  const sign = document.getElementById("live-sign");
  let waiting = false;
  let leaving = false;

  function say(word, live) {
    sign.classList.toggle("on", live);
    sign.querySelector(".live-word").textContent = word;
  }

  function changed() {
    if (waiting || leaving) {
      return;
    }
    waiting = true;
    // Messages come in bursts: one fetch for all that come within a quarter of a second.
    setTimeout(function () {
      waiting = false;
      htmx.trigger(body, "terminal-changed");
    }, 250);
  }

  const updates = new EventSource("/updates");
  updates.addEventListener("open", function () { say("实时", true); });
  updates.addEventListener("error", function () {
    say("连接中断，正在重连…", false);
    // The stream ends with the log-in: asking for a part of the page finds out, and leads to the log-in then.
    changed();
  });
  // Whoever logs out or goes to another page gets there: what the page asked for by itself must not lead elsewhere.
  window.addEventListener("beforeunload", function () {
    leaving = true;
    updates.close();
  });
  ["htmx:beforeRequest", "htmx:beforeOnLoad"].forEach(function (step) {
    body.addEventListener(step, function (event) {
      if (leaving) {
        event.preventDefault();
      }
    });
  });
  updates.addEventListener("terminal", function (event) {
    if (!mine || event.data === mine || event.data === "*") {
      changed();
    }
  });
})();
